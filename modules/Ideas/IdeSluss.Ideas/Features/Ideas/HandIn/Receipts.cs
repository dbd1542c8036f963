using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using System.Security.Cryptography;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// Which cases this browser may see for a while: the receipts of what it has sent, and the case that its code opened. Kept in protected cookies, so that a
/// number alone opens nothing.
/// </summary>
internal sealed class Receipts(IdeasDbContext db, FollowCodes codes, IDataProtectionProvider protection)
{
    private const string ReceiptCookie = "idesluss.kvitto";
    private const string FollowCookie = "idesluss.folj";
    private static readonly TimeSpan ReceiptTime = TimeSpan.FromHours(12);
    private static readonly TimeSpan FollowTime = TimeSpan.FromMinutes(30);

    public void Give(HttpContext context, Guid ideaId) => Set(context, ReceiptCookie, "/kvitto", ideaId, ReceiptTime);

    public void Open(HttpContext context, Guid ideaId) => Set(context, FollowCookie, "/folj", ideaId, FollowTime);

    public static void Close(HttpContext context) => context.Response.Cookies.Delete(FollowCookie, new CookieOptions { Path = "/folj" });

    /// <summary>The case that this browser opened with its code; the time starts anew at each visit.</summary>
    public Guid? Opened(HttpContext context)
    {
        if (Get(context, FollowCookie) is not { } id) return null;
        Open(context, id);
        return id;
    }

    /// <summary>Null unless this browser sent the idea with this number.</summary>
    public async Task<(Idea Idea, string Code)?> FindAsync(HttpContext context, string number, CancellationToken cancellationToken)
    {
        if (Get(context, ReceiptCookie) is not { } id) return null;
        var idea = await db.Ideas.AsNoTracking().Include(one => one.Contact).FirstOrDefaultAsync(one => one.Id == id && one.CaseNumber == number, cancellationToken);
        return idea is null ? null : (idea, codes.Of(idea.SubmissionKey, idea.FollowCodeHash));
    }

    private void Set(HttpContext context, string cookie, string path, Guid ideaId, TimeSpan time) =>
        context.Response.Cookies.Append(cookie, Protector(cookie).Protect(ideaId.ToString("N"), time), new CookieOptions
        {
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = path, MaxAge = time,
        });

    private Guid? Get(HttpContext context, string cookie)
    {
        if (context.Request.Cookies[cookie] is not { Length: > 0 and < 2_000 } value) return null;
        try
        {
            return Guid.TryParseExact(Protector(cookie).Unprotect(value), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            // Forged, from another instance, or too old: as if there were none.
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string cookie) => protection.CreateProtector("ideas", cookie).ToTimeLimitedDataProtector();
}
