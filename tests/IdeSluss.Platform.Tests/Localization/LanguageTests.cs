using System.Net;
using IdeSluss.Platform.Tests.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Localization;

[Collection(nameof(SharedHost))]
public sealed class LanguageTests(TrialHost host)
{
    [Fact]
    public async Task One_who_chooses_English_gets_English_from_then_on()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/sprak/en?till=/tillganglighet");
        Assert.Equal("/tillganglighet", page.Address);
        Assert.Contains("<html lang=\"en\"", page.Html, StringComparison.Ordinal);
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/trial/nothing");
        Assert.Equal("There is nothing here.", (await AnswerTests.ProblemAsync(answer, 404)).GetProperty("title").GetString());
        Assert.Equal("en", Assert.Single(answer.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task Swedish_is_what_everyone_else_gets_whatever_the_browser_prefers()
    {
        using var visitor = host.Visitor();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("<html lang=\"sv\"", (await visitor.GetAsync("/tillganglighet")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leads_to_another_site(string backTo)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = host.Address };
        using var answer = await http.GetAsync("/sprak/en?till=" + Uri.EscapeDataString(backTo));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_language_that_the_municipality_does_not_have_does_not_exist()
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sprak/tlh")).Status);
    }
}
