using System.Security.Cryptography;
using System.Text;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Api;

/// <summary>
/// <c>Idempotency-Key</c> on creates: the first answer is kept for a day and given again. Only successes are kept, so that a corrected request may use its key
/// again. A first request that ended without an answer (a crash, a database that went away while it saved) keeps its key: whether it took effect cannot be known here, and twice is worse
/// than a question.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, IdempotencyKeys keys, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int LongestKey = 200;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);
    private static readonly Text NeverAnswered = "Det första anropet med den här nyckeln fick aldrig något svar. Se efter om det togs emot, och använd sedan en ny nyckel.";

    public async Task InvokeAsync(HttpContext context, CurrentUser user, IInstanceSecret secret, IDataProtectionProvider protection)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<IdempotentAttribute>() is null
            || context.Request.Headers[Header].ToString() is not { Length: > 0 } key)
        {
            await next(context);
            return;
        }

        if (key.Length > LongestKey || key.Any(letter => letter is < ' ' or > '~'))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, new Text("Idempotency-Key får vara högst {0} tecken, och bara vanliga tecken.", LongestKey));
            return;
        }

        var claim = new IdempotentAnswer
        {
            Key = key,
            Caller = user.Id?.ToString("N") ?? "ip:" + Convert.ToHexStringLower(secret.Derive("idempotency", Encoding.UTF8.GetBytes(context.Connection.RemoteIpAddress?.ToString() ?? ""))),
            Route = $"{context.Request.Method} {endpoint.RoutePattern.RawText}",
            RequestHash = await HashAsync(context),
            CreatedAt = time.GetUtcNow(),
        };
        var protector = protection.CreateProtector("IdeSluss.Idempotency");
        if (await keys.ClaimAsync(claim, context.RequestAborted) is { } first) await RepeatAsync(context, claim, first, protector);
        else await AnswerAsync(context, claim, protector);
    }

    private async Task RepeatAsync(HttpContext context, IdempotentAnswer claim, IdempotentAnswer first, IDataProtector protector)
    {
        if (!first.RequestHash.AsSpan().SequenceEqual(claim.RequestHash))
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, "Den här Idempotency-Key har redan använts med ett annat innehåll. Använd en ny nyckel.");
        }
        else if (first.Status is not { } status)
        {
            var vanished = time.GetUtcNow() - first.CreatedAt > LongestAnswer;
            await RefuseAsync(context, StatusCodes.Status409Conflict, vanished ? NeverAnswered : "Det första anropet med den här nyckeln behandlas fortfarande. Försök igen om en stund.");
        }
        else if (status == IdempotencyKeys.Broken)
        {
            await RefuseAsync(context, StatusCodes.Status409Conflict, NeverAnswered);
        }
        else
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = first.ContentType;
            context.Response.Headers[ReplayedHeader] = "true";
            if (first.Location is not null) context.Response.Headers.Location = first.Location;
            if (first.Body is { Length: > 0 } body) await context.Response.Body.WriteAsync(protector.Unprotect(body), context.RequestAborted);
        }
    }

    private async Task AnswerAsync(HttpContext context, IdempotentAnswer claim, IDataProtector protector)
    {
        var original = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        NoteSaves.Forget(context);
        try
        {
            await next(context);
        }
        catch (Exception error)
        {
            context.Response.Body = original;
            var unknown = NoteSaves.HasSaved(context) || error is OperationCanceledException || DatabaseFaults.Of(error) == DatabaseFault.InDoubt;
            await (unknown ? keys.BreakAsync(claim) : keys.FreeAsync(claim));
            throw;
        }

        context.Response.Body = original;
        await (context.Response.StatusCode is >= 200 and < 300 ? keys.KeepAsync(claim, context.Response, protector.Protect(kept.ToArray())) : keys.FreeAsync(claim));
        kept.Position = 0;
        await kept.CopyToAsync(original, context.RequestAborted);
    }

    private static async Task<byte[]> HashAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return hash;
    }

    private static Task RefuseAsync(HttpContext context, int status, Text message)
    {
        context.Response.StatusCode = status;
        return ErrorAnswers.WriteProblemAsync(context, message);
    }
}
