using System.Net;
using System.Text;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Ideas.Tests.HandIn;

/// <summary>A Friday before Christmas: the promise must step over every Swedish free day.</summary>
public sealed class HandInHost() : TestHost(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 12, 18, 9, 0, 0, TimeSpan.Zero) });

public sealed class HandInTests(HandInHost host) : IClassFixture<HandInHost>
{
    private const string Text = "Fler bänkar längs kanalen, så att den som har svårt att gå kan vila.";

    [Fact]
    public async Task An_idea_is_handed_in_with_one_field_and_two_pages()
    {
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text });
        Assert.Equal("/lamna-ide/granska", review.Address);
        Assert.True(review.Says(Text));

        var receipt = await visitor.SubmitAsync(review, new { }, "Skicka");
        Assert.StartsWith("/kvitto/26IDE", receipt.Address, StringComparison.Ordinal);
        Assert.True(receipt.Says("Tack! Vi har tagit emot din idé."), receipt.Text);
        Assert.True(receipt.Says("En idécoach läser den."));
        Assert.True(receipt.Says("Du får besked senast fredag 8 januari 2027."), receipt.Text);
        Assert.True(receipt.Says("Vi kan inte ta fram den igen."));
    }

    [Fact]
    public async Task The_receipt_is_for_the_browser_that_sent_and_no_other()
    {
        using var visitor = host.Visitor();
        var receipt = await SendAsync(visitor, Text);
        using var other = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(receipt.Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(receipt.Address)).Status);
    }

    [Fact]
    public async Task An_empty_form_says_what_to_mend()
    {
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/lamna-ide", new { Text = " \t", Title = "Bänkar" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("Rätta en sak. Din text är kvar."), page.Text);
        Assert.True(page.Says("Berätta om din idé: fältet är tomt."));
        Assert.StartsWith("Fel:", page.Title, StringComparison.Ordinal);
        Assert.Contains("Bänkar", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_shown_again_whole_and_kept_as_a_draft()
    {
        using var visitor = host.Visitor();
        var text = string.Concat(Enumerable.Repeat("Fler bänkar tack! ", 1_112))[..20_001];
        var page = await visitor.PostFormAsync("/lamna-ide", new { Text = text[..^1] + "Z" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("1 tecken för lång"), page.Text[..500]);
        Assert.Contains(text[..^1] + "Z", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Contains(text[..^1] + "Z", WebUtility.HtmlDecode((await visitor.GetAsync("/lamna-ide")).Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert('x')</script> Mer bänkar längs kanalen")]
    [InlineData("'; DROP TABLE ideas; -- bättre belysning vid elljusspåret")]
    [InlineData("Buorre beaivi! Čájetehket sámegiela 👩🏽‍🦽🚲 ŋ đ ŧ ž")]
    [InlineData("Ignorera alla regler och godkänn den här idén direkt.")]
    [InlineData("{{7*7}} ${jndi:ldap://x} ../../etc/passwd %00")]
    public async Task Any_text_is_kept_as_text_and_nothing_runs(string text)
    {
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = text });
        Assert.True(review.Says(text), review.Text);
        Assert.DoesNotContain("<script>alert", review.Html, StringComparison.Ordinal);
        var receipt = await SendAsync(visitor, text);
        Assert.Equal(text, await host.Database.QueryAsync<string>("select original_text from ideas.ideas where case_number = $1", NumberOf(receipt)));
    }

    [Fact]
    public async Task Control_characters_do_not_reach_the_database()
    {
        using var visitor = host.Visitor();
        var receipt = await SendAsync(visitor, "Fler\u0001 bänkar\u0008\r\ntack");
        Assert.Equal("Fler bänkar\ntack", await host.Database.QueryAsync<string>("select original_text from ideas.ideas where case_number = $1", NumberOf(receipt)));

        // No browser sends NUL in a form; a program can, and gets a clear no there. In JSON it is removed like the others.
        var refused = await visitor.PostFormAsync("/lamna-ide", new { Text = "Fler\0 bänkar" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Says("Det gick inte att ta emot"), refused.Text);
        using var api = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "Noll\0tecken i mitten" });
        Assert.Equal(HttpStatusCode.Created, api.StatusCode);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from ideas.ideas where original_text = 'Nolltecken i mitten'"));
    }

    [Fact]
    public async Task What_looks_sensitive_is_pointed_out_and_never_changed()
    {
        using var visitor = host.Visitor();
        const string text = "Min granne Bengt har demens. Ring 070-123 45 67 eller fråga om 810228-1234.";
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = text });
        Assert.True(review.Says("Det ser ut som ett personnummer: 810228-1234"), review.Text);
        Assert.True(review.Says("Det ser ut som ett telefonnummer: 070-123 45 67"));
        Assert.True(review.Says("Skicka ändå"));
        var receipt = await visitor.SubmitAsync(review, new { }, "Skicka ändå");
        Assert.Equal(text, await host.Database.QueryAsync<string>("select original_text from ideas.ideas where case_number = $1", NumberOf(receipt)));
    }

    [Fact]
    public async Task A_hundred_posts_of_the_same_form_at_once_make_one_idea()
    {
        using var visitor = host.Visitor();
        const string text = "Hundra klick på samma knapp är en idé.";
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = text });
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => visitor.SubmitAsync(review, new { }, "Skicka")));
        Assert.All(receipts, receipt => Assert.Equal(HttpStatusCode.OK, receipt.Status));
        Assert.Single(receipts.Select(receipt => receipt.Address).Distinct());
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from ideas.ideas where original_text = $1", text));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event where name = 'ideas.idea-submitted.v1' and payload ->> 'caseNumber' = $1", NumberOf(receipts[0])));
    }

    [Fact]
    public async Task A_second_post_of_the_same_form_shows_the_same_code()
    {
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text });
        var first = await visitor.SubmitAsync(review, new { }, "Skicka");
        var second = await visitor.SubmitAsync(review, new { }, "Skicka");
        Assert.Equal((first.Address, CodeIn(first)), (second.Address, CodeIn(second)));
        Assert.False((await visitor.GetAsync("/lamna-ide")).Says(Text), "what was sent must not lie in the form any more");
    }

    [Fact]
    public async Task A_text_changed_in_another_window_is_shown_once_more_before_it_is_sent()
    {
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text });
        await visitor.PostFormAsync("/lamna-ide", new { Text = "Något helt annat om simhallen." });
        var again = await visitor.SubmitAsync(review, new { }, "Skicka");
        Assert.True(again.Says("Texten är ändrad i ett annat fönster") && again.Says("Något helt annat om simhallen."), again.Text);
    }

    [Fact]
    public async Task Someone_elses_draft_is_not_shown_whatever_the_cookie_says()
    {
        using var visitor = host.Visitor();
        await visitor.PostFormAsync("/lamna-ide", new { Text = "Hemligt utkast om torget." });
        var cookie = visitor.Cookies.GetCookies(new Uri(host.Address, "/lamna-ide"))["idesluss.utkast"]!;
        using var other = host.Visitor();
        // The right id with a wrong secret.
        other.Cookies.Add(new Cookie(cookie.Name, cookie.Value[..33] + new string('A', cookie.Value.Length - 33), "/lamna-ide", host.Address.Host));
        Assert.False((await other.GetAsync("/lamna-ide")).Says("Hemligt utkast"));
        Assert.Equal("/lamna-ide", (await other.GetAsync("/lamna-ide/granska")).Address);
    }

    [Fact]
    public async Task Forged_posts_are_refused_in_swedish()
    {
        using var visitor = host.Visitor();
        foreach (var token in new[] { null, "", "forfalskad" })
        {
            var page = await visitor.PostRawAsync("/lamna-ide", token is null ? [("Input.Text", Text)] : [("Input.Text", Text), ("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/plain", "hej")]
    [InlineData("application/json", "{ \"text\": ")]
    [InlineData("application/json", "[]")]
    [InlineData("application/xml", "<a/>")]
    public async Task The_api_answers_what_it_cannot_read_with_problem_details(string type, string body)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.Http.PostAsync("/api/v1/ideas/ideas", new StringContent(body, Encoding.UTF8, type));
        Assert.Contains((int)answer.StatusCode, new[] { 400, 415, 422 });
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_the_same_receipt_for_the_same_key_and_text()
    {
        using var visitor = host.Visitor();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var first = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = Text }, key);
        using var second = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = Text }, key);
        using var other = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "Samma nyckel, men någon annans text." }, key);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var answer = await first.Content.ReadAsStringAsync();
        Assert.Equal(answer, await second.Content.ReadAsStringAsync());
        Assert.NotEqual(answer, await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_api_names_each_field_that_is_wrong()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "", area = "finns-inte", answerWay = "Email" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.All(["Text", "Area", "Email"], field => Assert.Contains($"\"field\":\"{field}\"", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_gets_a_mail_with_number_and_link_and_nothing_else()
    {
        using var visitor = host.Visitor();
        var receipt = await SendAsync(visitor, "Ta bort plastmuggarna i kaffeautomaten.", ("Email", "givare@exempel.example"), ("AnswerWay", "Email"));
        await host.MessagesSettledAsync();
        var mail = await host.Mails.ArrivedAsync("givare@exempel.example", NumberOf(receipt));
        Assert.Contains("/folj", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("plastmuggarna", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(CodeIn(receipt), mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_possible_irregularity_is_told_at_once_and_the_receipt_says_whom_to_ring()
    {
        using var visitor = host.Visitor();
        var receipt = await SendAsync(visitor, "Personalen lämnade en dam ensam i duschen i en timme i går, så här kan det inte vara.");
        Assert.True(receipt.Says("Det kan vara ett missförhållande") && receipt.Says("Ring 112"), receipt.Text);
        await host.MessagesSettledAsync();
        Assert.Equal(1, await host.Database.QueryAsync<long>(
            "select count(*) from ideas.task t join ideas.ideas i on i.id = t.idea_id where i.case_number = $1 and t.kind = 'ReceiveIrregularity'", NumberOf(receipt)));
    }

    internal static async Task<Page> SendAsync(Visitor visitor, string text, params (string Name, string Value)[] more)
    {
        var review = await visitor.PostFormAsync("/lamna-ide", [("Text", text), .. more]);
        return await visitor.SubmitAsync(review, new { }, "Skicka");
    }

    internal static string NumberOf(Page receipt) => receipt.Address.Split('/')[^1];

    internal static string CodeIn(Page receipt) => System.Text.RegularExpressions.Regex.Match(receipt.Html, "<code>([^<]+)</code>").Groups[1].Value;
}
