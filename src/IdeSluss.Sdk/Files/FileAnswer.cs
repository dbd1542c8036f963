using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace IdeSluss.Sdk.Files;

/// <summary>
/// Serves a stored file from a module's own page or endpoint, which has checked the permission first. Pictures and PDF are shown, everything else is downloaded. Answers HEAD, ranges and
/// <c>If-None-Match</c>; of a picture <c>?storlek=liten</c> gives the small one.
/// </summary>
/// <example><code>
/// public async Task&lt;IActionResult&gt; OnGetAsync(Guid id, CancellationToken ct) =>
///     await pictures.FindForReaderAsync(id, ct) is { } file ? new FileAnswer(file, FileCaching.Private) : NotFound();
/// </code></example>
public sealed class FileAnswer(StoredFile file, FileCaching caching, bool download = false) : IResult, IActionResult
{
    public const string SizeParameter = "storlek";
    public const string SmallSize = "liten";

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var size = httpContext.Request.Query[SizeParameter] == SmallSize ? PictureSize.Small : PictureSize.Full;
        var isPdf = file.ContentType == FileFormat.Pdf.ContentType;
        var shown = !download && (isPdf || file.Picture is not null);
        var stream = await httpContext.RequestServices.GetRequiredService<IFiles>().OpenAsync(file, size, httpContext.RequestAborted);

        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Response.Headers.CacheControl = caching.ToString();
        httpContext.Features.Set(new ForeignContent(shown && isPdf));
        var type = file.ContentType.StartsWith("text/", StringComparison.Ordinal) ? file.ContentType + "; charset=utf-8" : file.ContentType;
        await TypedResults.Stream(stream, type, lastModified: file.SavedAt, entityTag: new($"\"{file.Content(size).Sha256}\""), enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}

/// <summary>How long browsers, and for <paramref name="Shared"/> everyone on the way, may keep a file. Its content never changes, but who may see it can: keep shared copies short.</summary>
public sealed record FileCaching(bool Shared, TimeSpan For)
{
    /// <summary>Thirty days in the reader's own browser.</summary>
    public static FileCaching Private { get; } = new(false, TimeSpan.FromDays(30));

    /// <summary>A day everywhere: what is withdrawn is gone tomorrow.</summary>
    public static FileCaching Public { get; } = new(true, TimeSpan.FromDays(1));

    /// <summary>Not at all: what is sensitive.</summary>
    public static FileCaching None { get; } = new(false, TimeSpan.Zero);

    public override string ToString() =>
        For <= TimeSpan.Zero ? "no-store" : FormattableString.Invariant($"{(Shared ? "public" : "private")}, max-age={(long)For.TotalSeconds}, immutable");
}

/// <summary>Tells the security headers that this answer is not ours: it may do nothing at all.</summary>
/// <param name="IsShownPdf">Viewers of several browsers show an empty page when they are sandboxed; a PDF's scripts never run in the site's name.</param>
internal sealed record ForeignContent(bool IsShownPdf);
