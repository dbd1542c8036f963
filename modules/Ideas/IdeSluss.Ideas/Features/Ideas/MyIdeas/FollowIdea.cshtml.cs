using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.MyIdeas;

/// <summary>Following has a page of its own, so that the idea's page holds no form and can be cached whole.</summary>
[RequireLogin]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class FollowIdeaModel(FollowIdea follow) : IdeSlussPageModel
{
    public string Number { get; private set; } = "";

    public string IdeaTitle { get; private set; } = "";

    public bool Follows { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if ((await follow.ReadAsync(number, cancellationToken)).Failed(out var problem, out var idea)) return ShowProblem(problem);
        (Number, IdeaTitle, Follows) = (number, idea.Title, idea.Follows);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, bool stop, CancellationToken cancellationToken) =>
        (await follow.HandleAsync(number, !stop, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : Redirect($"/ideer/{number}/folj");
}
