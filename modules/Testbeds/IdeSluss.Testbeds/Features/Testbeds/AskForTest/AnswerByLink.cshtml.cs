using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

[OpenToAll("the link in the mail shows who asked")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class AnswerByLinkModel(AnswerRequests requests) : IdeSlussPageModel
{
    public PartnerAnswer Answer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if ((await requests.ByTokenAsync(token, cancellationToken)).Failed(out var problem, out var answer)) return ShowProblem(problem);
        Answer = answer;
        return Page();
    }
}
