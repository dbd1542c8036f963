using System.Net;
using System.Text.Json;
using IdeSluss.Platform.Tests.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Api;

[Collection(nameof(SharedHost))]
public sealed class ApiReferenceTests(TrialHost host)
{
    [Fact]
    public async Task The_description_is_OpenAPI_3_1_and_tells_headers_log_in_and_problems()
    {
        using var visitor = host.Visitor();
        using var document = JsonDocument.Parse(await visitor.Http.GetStringAsync("/openapi/v1.json"));
        var root = document.RootElement;
        Assert.StartsWith("3.1", root.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(["bearer", "cookie"], root.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(scheme => scheme.Name).Order());

        var make = root.GetProperty("paths").GetProperty("/api/v1/trial/things").GetProperty("post");
        Assert.Contains(make.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
        Assert.All(["400", "415", "422", "429", "500"], status =>
            Assert.True(make.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _)));
        Assert.True(root.GetProperty("paths").GetProperty("/api/v1/trial/personal").GetProperty("get").TryGetProperty("security", out _));
        Assert.All(root.GetProperty("paths").EnumerateObject(), path => Assert.StartsWith("/api/v1/", path.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reading_view_runs_its_script_by_nonce_and_names_no_outside_address()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/api");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var policy = page.Headers["Content-Security-Policy"];
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page.Html, StringComparison.Ordinal);
        Assert.Contains("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }
}
