using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

[OpenToAll("a protected cookie, set by the right code, tells which case")]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class FollowedCaseModel(OwnCaseActions actions, Receipts receipts) : OwnCasePage(actions)
{
    protected override Task<Guid?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(receipts.Opened(HttpContext));

    protected override IActionResult NoCase() => Redirect("/folj");

    public IActionResult OnPostClose()
    {
        Receipts.Close(HttpContext);
        return Redirect("/folj");
    }
}
