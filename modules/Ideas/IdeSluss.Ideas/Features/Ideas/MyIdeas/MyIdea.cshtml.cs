using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.MyIdeas;

[RequireLogin]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class MyIdeaModel(OwnCaseActions actions, ReadMyIdeas mine) : OwnCasePage(actions)
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    protected override Task<Guid?> FindAsync(CancellationToken cancellationToken) => mine.FindAsync(Number, cancellationToken);
}
