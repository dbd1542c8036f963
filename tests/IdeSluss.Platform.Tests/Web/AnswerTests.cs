using System.Net;
using System.Text;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Platform.Tests.Web;

[Collection(nameof(SharedHost))]
public sealed class AnswerTests(TrialHost host)
{
    [Theory]
    [InlineData("/tillganglighet")]
    [InlineData("/logga-in")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/api/v1/trial/crash")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/_content/IdeSluss.Ui/js/idesluss.js")]
    public async Task Every_answer_carries_the_strict_headers(string address)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.Http.GetAsync(address);
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_in_Swedish_at_that_address()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("/no-such-page", page.Address);
        Assert.Contains("<html lang=\"sv\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("/lamna-ide", page.Links);
    }

    [Fact]
    public async Task A_post_without_its_token_gets_a_page_and_not_an_empty_answer()
    {
        using var visitor = host.Visitor();
        var page = await visitor.PostRawAsync("/logga-in", ("Input.Email", "a@demo.example"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("<h1", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"name\": ", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("{ \"name\": 7 }", "application/json", 400)]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "application/json", 400)]
    [InlineData("hello", "text/plain", 415)]
    [InlineData("\u0000\u0001\u0002", "application/octet-stream", 415)]
    public async Task A_body_that_cannot_be_read_gets_problem_details_in_Swedish(string body, string type, int status)
    {
        using var visitor = host.Visitor();
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await visitor.Http.PostAsync("/api/v1/trial/things", content);
        var problem = await ProblemAsync(answer, status);
        Assert.Contains("JSON", problem.GetProperty("title").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_method_and_an_unknown_API_address_get_problem_details()
    {
        using var visitor = host.Visitor();
        using var method = await visitor.ApiAsync(HttpMethod.Delete, "/api/v1/trial/things");
        await ProblemAsync(method, 405);
        using var unknown = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/trial/nothing");
        Assert.Equal("Det finns inget här.", (await ProblemAsync(unknown, 404)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/trial/things", new { name = new string('a', 1_100_000) });
        await ProblemAsync(answer, 413);
    }

    [Fact]
    public async Task A_crash_tells_the_caller_a_trace_id_and_nothing_else()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/trial/crash");
        var problem = await ProblemAsync(answer, 500);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("swordfish", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_declares_nothing_is_denied_to_everyone()
    {
        using var nobody = host.Visitor();
        using var anonymous = await nobody.ApiAsync(HttpMethod.Get, "/api/v1/trial/undeclared");
        await ProblemAsync(anonymous, 403);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        using var known = await administrator.ApiAsync(HttpMethod.Get, "/api/v1/trial/undeclared");
        await ProblemAsync(known, 403);
    }

    [Fact]
    public async Task The_API_answers_401_and_pages_lead_to_log_in()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/trial/personal");
        await ProblemAsync(answer, 401);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        Assert.StartsWith("/logga-in?", (await visitor.GetAsync("/admin/tillagg")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_lacks_the_permission_gets_403_at_the_same_address()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.GetAsync("/admin/tillagg");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("/admin/tillagg", page.Address);
    }

    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/tillganglighet")]
    public async Task HEAD_works_where_GET_does(string address)
    {
        using var visitor = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await visitor.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Letters_with_dots_and_rings_are_written_as_themselves()
    {
        using var visitor = host.Visitor();
        Assert.Contains("Tillgänglighet", (await visitor.GetAsync("/tillganglighet")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_change_anything_with_a_visitors_cookie()
    {
        using var employee = await host.LogInAsAsync(Personas.Employee);
        using var form = new StringContent("", Encoding.UTF8, "text/plain");
        using var forged = await employee.Http.PostAsync("/api/v1/trial/limited", form);
        await ProblemAsync(forged, 415);
        using var own = await employee.ApiAsync(HttpMethod.Post, "/api/v1/trial/limited", null, ("X-IdeSluss", "api"));
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
    }

    [Fact]
    public async Task Files_of_a_plugin_have_their_hash_in_the_address_and_are_kept_for_a_year()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/tillganglighet");
        var start = page.Html.IndexOf("/_plugin/pitea/mark.svg?v=", StringComparison.Ordinal);
        Assert.True(start > 0, page.Html);
        using var file = await visitor.Http.GetAsync(page.Html[start..page.Html.IndexOf('"', start)]);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", file.Headers.CacheControl?.ToString().Replace("max-age=31536000, public", "public, max-age=31536000", StringComparison.Ordinal));
        using var outside = await visitor.Http.GetAsync("/_plugin/pitea/..%2f..%2fIdeSluss.Plugins.Pitea.dll");
        Assert.NotEqual(HttpStatusCode.OK, outside.StatusCode);
    }

    [Fact]
    public async Task Readiness_names_its_parts()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/health/ready");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["database", "migrations", "dispatcher", "files"], body.RootElement.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()));
    }

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }
}
