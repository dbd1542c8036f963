using System.Net;
using System.Net.Http.Headers;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

/// <summary>Uploads and downloads over HTTP, as a module's endpoints take them.</summary>
public sealed class ServedTests(ServedTests.Host host) : IClassFixture<ServedTests.Host>
{
    [Fact]
    public async Task A_document_is_downloaded_and_may_do_nothing()
    {
        using var visitor = host.Visitor();
        var id = await UploadAsync(visitor.Http, Samples.Docx(), "plan å.docx");
        using var answer = await visitor.Http.GetAsync($"/api/v1/shelf/files/{id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("plan å.docx", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(Samples.Docx().Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_picture_is_shown_in_both_sizes_and_not_sent_twice()
    {
        using var visitor = host.Visitor();
        var id = await UploadAsync(visitor.Http, Samples.Picture(900, 600), "a.jpg");
        using var full = await visitor.Http.GetAsync($"/api/v1/shelf/files/{id}");
        using var small = await visitor.Http.GetAsync($"/api/v1/shelf/files/{id}?storlek=liten");
        Assert.Equal("inline", full.Content.Headers.ContentDisposition!.DispositionType);
        Assert.NotEqual(full.Headers.ETag, small.Headers.ETag);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/shelf/files/{id}");
        again.Headers.IfNoneMatch.Add(full.Headers.ETag!);
        using var unchanged = await visitor.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        using var ranged = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/shelf/files/{id}") { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var part = await visitor.Http.SendAsync(ranged);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(10, part.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task What_is_refused_is_told_at_its_field_and_what_is_much_too_large_is_not_read()
    {
        using var visitor = host.Visitor();
        using var wrong = await PostAsync(visitor.Http, "MZ\0program"u8.ToArray(), "a.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("\"file\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var tooLarge = await PostAsync(visitor.Http, new byte[3_000_000], "a.pdf");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Fact]
    public async Task The_administrator_sees_how_the_files_are()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var page = await admin.GetAsync("/admin/filer");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Alla filer är hela.", page.Text, StringComparison.Ordinal);
        using var sums = await admin.ApiAsync(HttpMethod.Get, "/api/v1/platform/files");
        Assert.Equal(HttpStatusCode.OK, sums.StatusCode);
        using var stranger = host.Visitor();
        using var refused = await stranger.ApiAsync(HttpMethod.Get, "/api/v1/platform/files/damaged");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static async Task<string> UploadAsync(HttpClient http, byte[] content, string name)
    {
        using var answer = await PostAsync(http, content, name);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadAsStringAsync()).Trim('"');
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/shelf/files") { Content = form };
        // Asks before it sends: a server that refuses at once may close while the body is on its way, and the answer is lost.
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request);
    }

    public sealed class Host() : TestHost(new TestHostOptions { ExtraModules = [new Shelf()] });

    private sealed class Shelf : IModule
    {
        public string Name => "shelf";

        public void Compose(IModuleBuilder module)
        {
        }

        public void MapApi(IEndpointRouteBuilder api)
        {
            api.MapPost("/files", TakeInAsync).OpenToAll("test").AcceptsUploads(2_000_000);
            api.MapGet("/files/{id:guid}", async Task<IResult> (Guid id, IFiles files, CancellationToken cancellationToken) =>
                await files.FindAsync(id, cancellationToken) is { } file ? new FileAnswer(file, FileCaching.Private) : TypedResults.NotFound()).OpenToAll("test");
        }

        private static async Task<IResult> TakeInAsync(IFormFile file, IFiles files, PlatformDbContext database, TimeProvider time, CancellationToken cancellationToken)
        {
            var outcome = await files.SaveAsync(Upload.From(file, "file"), FileRules.Attachments, cancellationToken);
            if (outcome.Value is { } saved && await database.KeepFileAsync(saved.Id, "shelf.file", time.GetUtcNow(), cancellationToken)) await database.SaveChangesAsync(cancellationToken);
            return outcome.ToHttp(kept => TypedResults.Ok(kept.Id));
        }
    }
}
