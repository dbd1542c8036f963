using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>
/// The way in with a code. Posted, so that the code stands in no address, log or history. The start page posts here too and is cached whole, hence no
/// antiforgery token; the browser's own word on where the post comes from is checked instead.
/// </summary>
[OpenToAll("the code is the key")]
[EnableRateLimiting(RateLimits.Secret)]
[IgnoreAntiforgeryToken(Order = 2_000)]
internal sealed class FollowModel(FindByCode find, Receipts receipts) : IdeSlussPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ComesFromHere()) return StatusCode(400);
        if ((await find.HandleAsync(Code, cancellationToken)).Failed(out var problem, out var id)) return ShowProblem(problem);
        receipts.Open(HttpContext, id);
        return Redirect("/folj/arende");
    }

    private bool ComesFromHere()
    {
        if (Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        var origin = Request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, Request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
