using IdeSluss.Sdk.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace IdeSluss.Sdk.Documents;

/// <summary>Answers with a document as PDF, shown in the browser and kept by nobody. From pages and endpoints alike, which have checked the permission first.</summary>
/// <param name="name">As it is called when it is saved, with <c>.pdf</c>.</param>
public sealed class PdfAnswer(Document document, string name) : IResult, IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = httpContext.RequestServices.GetRequiredService<IPdfWriter>().Write(document);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Response.Headers.CacheControl = FileCaching.None.ToString();
        httpContext.Features.Set(new ForeignContent(IsShownPdf: true));
        await TypedResults.Bytes(bytes, FileFormat.Pdf.ContentType).ExecuteAsync(httpContext);
    }
}
