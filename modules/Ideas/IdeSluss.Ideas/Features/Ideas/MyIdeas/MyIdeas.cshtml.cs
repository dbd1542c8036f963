using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.MyIdeas;

[RequireLogin]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class MyIdeasModel(ReadMyIdeas read, ClaimCase claim) : IdeSlussPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public MyIdeasView Mine { get; private set; } = new([], []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Mine = await read.HandleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await claim.HandleAsync(Code, cancellationToken)).Failed(out var problem, out var number)) return Redirect($"/mina-ideer/{number}");
        Mine = await read.HandleAsync(cancellationToken);
        return ShowProblem(problem);
    }
}
