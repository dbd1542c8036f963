using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Training.Features.Training.Attend;

[RequireLogin]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class AttendPageModel(AttendByCode attend) : IdeSlussPageModel
{
    /// <summary>Also in the address that is scanned; one still presses the button, so that nobody is marked by following a link.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Null until the code was right.</summary>
    public Attended? Done { get; private set; }

    public void OnGet(string? kod) => Code = kod;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await attend.HandleAsync(Code, cancellationToken)).Failed(out var problem, out var done)) return ShowProblem(problem);
        Done = done;
        return Page();
    }
}
