using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace IdeSluss.Sdk.Files;

/// <summary>
/// Lets a page or endpoint take more than the one megabyte that is allowed elsewhere. A larger request is refused before it is read; a file that is too large by its rules but fits here
/// gets its error at the field, with everything else kept, so leave room: <c>[UploadLimit(2 * FileRules.PictureBytes)]</c>. The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
/// <param name="mostBytes">Of the whole request: files, fields and the form's own wrapping.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UploadLimitAttribute(long mostBytes) : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    public long MostBytes { get; } = mostBytes;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => MostBytes;

    long? IFormOptionsMetadata.MultipartBodyLengthLimit => MostBytes;

    // Left to the framework: 64 kB of a file in memory and the rest on disk, 1 024 fields, 16 headers to a part.
    bool? IFormOptionsMetadata.BufferBody => null;
    int? IFormOptionsMetadata.MemoryBufferThreshold => null;
    long? IFormOptionsMetadata.BufferBodyLengthLimit => null;
    int? IFormOptionsMetadata.ValueCountLimit => null;
    int? IFormOptionsMetadata.KeyLengthLimit => null;
    int? IFormOptionsMetadata.ValueLengthLimit => null;
    int? IFormOptionsMetadata.MultipartBoundaryLengthLimit => null;
    int? IFormOptionsMetadata.MultipartHeadersCountLimit => null;
    int? IFormOptionsMetadata.MultipartHeadersLengthLimit => null;
}

public static class UploadLimits
{
    /// <summary>
    /// An API endpoint that takes a multipart form with files. It needs no antiforgery token: the API's own guard asks for a header that no foreign form can send.
    /// </summary>
    /// <example><code>api.MapPost("/{id:guid}/pictures", AddAsync).RequirePermission("testbeds.edit").AcceptsUploads(2 * FileRules.PictureBytes);</code></example>
    public static RouteHandlerBuilder AcceptsUploads(this RouteHandlerBuilder endpoint, long mostBytes) =>
        endpoint.WithMetadata(new UploadLimitAttribute(mostBytes)).DisableAntiforgery();
}
