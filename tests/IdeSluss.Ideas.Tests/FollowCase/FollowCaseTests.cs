using System.Net;
using IdeSluss.Ideas.Tests.HandIn;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Ideas.Tests.FollowCase;

public sealed class FollowCaseTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_code_opens_the_case_in_any_browser_however_it_is_typed()
    {
        var (number, code) = await HandInAsync("Öppna simhallen tidigare.");
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/folj", new { Code = $" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} " });
        Assert.Equal("/folj/arende", page.Address);
        Assert.True(page.Says(number) && page.Says("Öppna simhallen tidigare.") && page.Says("Idén kom in"), page.Text);
        Assert.DoesNotContain(code, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_takes_the_code_too()
    {
        var (number, code) = await HandInAsync("Fler cykelställ vid badhuset.");
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/", new { Code = code });
        Assert.True(page.Says(number), page.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("K7MP-4RTX")]
    [InlineData("'; drop table ideas.ideas; --")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("ÅÄÖÅ-ÄÖÅÄ")]
    public async Task A_wrong_code_gets_a_clear_answer_and_opens_nothing(string code)
    {
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/folj", new { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("Kod:"), page.Text);
        Assert.Equal("/folj", (await visitor.GetAsync("/folj/arende")).Address);
    }

    [Fact]
    public async Task Guessing_is_stopped()
    {
        await using var limited = new Limited();
        await limited.InitializeAsync();
        using var visitor = limited.Visitor();
        var last = HttpStatusCode.OK;
        for (var guess = 0; guess < 8 && last != HttpStatusCode.TooManyRequests; guess++) last = (await visitor.PostRawAsync("/folj", ("Code", $"K7MP-4RT{guess + 2}"))).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/by-code", null, ("Idea-Code", "K7MP-4RTX"));
        Assert.Equal(HttpStatusCode.TooManyRequests, api.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_post_a_code_for_the_visitor()
    {
        using var visitor = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/folj") { Content = new FormUrlEncodedContent([new("Code", "K7MP-4RTX")]) };
        request.Headers.Add("Origin", "https://annan.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(request)).Status);
    }

    [Fact]
    public async Task An_answer_starts_the_clock_again_and_tells_the_coach()
    {
        var (number, code) = await HandInAsync("En bänk vid entrén.");
        await host.Database.ExecuteAsync($"""
            update ideas.ideas set status = 'Waiting', paused_at = now() - interval '14 days' where case_number = '{number}';
            insert into ideas.message (id, idea_id, at, from_submitter, text, visible_from)
            select gen_random_uuid(), id, now() - interval '14 days', false, 'Vilken entré menar du?', now() - interval '14 days' from ideas.ideas where case_number = '{number}'
            """);
        var due = await host.Database.QueryAsync<DateOnly>("select promise_due from ideas.ideas where case_number = $1", number);
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/folj", new { Code = code });
        Assert.True(page.Says("Vilken entré menar du?") && page.Says("Tiden står still"), page.Text);

        var empty = await visitor.SubmitAsync(page, new { Text = " " }, "Svara");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var answered = await visitor.SubmitAsync(page, new { Text = "Den mot parken." }, "Svara");
        await visitor.SubmitAsync(page, new { Text = "Den mot parken." }, "Svara");
        Assert.True(answered.Says("Vi har fått ditt svar") && answered.Says("Den mot parken."), answered.Text);
        Assert.Equal("Active", await host.Database.QueryAsync<string>("select status from ideas.ideas where case_number = $1", number));
        Assert.True(await host.Database.QueryAsync<DateOnly>("select promise_due from ideas.ideas where case_number = $1", number) > due);
        Assert.Equal(1, await CountAsync("task", number, "t.kind = 'ReadReply'"));
        Assert.Equal(1, await CountAsync("message", number, "t.from_submitter"));
    }

    [Fact]
    public async Task Withdrawing_needs_a_yes_and_closes_the_case_without_losing_it()
    {
        var (number, code) = await HandInAsync("Måla om bron.");
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/folj", new { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(page, new { }, "Ta tillbaka idén")).Status);
        var done = await visitor.SubmitAsync(page, [("Confirm", "true")], "Ta tillbaka idén");
        Assert.True(done.Says("Du har tagit tillbaka din idé") && done.Says("Måla om bron."), done.Text);
        Assert.Equal("WITHDRAWN", await host.Database.QueryAsync<string>("select close_reason from ideas.ideas where case_number = $1", number));
    }

    [Fact]
    public async Task An_address_can_be_added_later()
    {
        var (number, code) = await HandInAsync("Ljus vid spåret.");
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync("/folj", new { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(page, new { Email = "ingen adress" }, "Spara adressen")).Status);
        await visitor.SubmitAsync(page, new { Email = "senare@exempel.example" }, "Spara adressen");
        Assert.Equal("Email", await host.Database.QueryAsync<string>("select answer_way from ideas.ideas where case_number = $1", number));
    }

    [Fact]
    public async Task One_persons_case_is_not_anothers()
    {
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var receipt = await HandInTests.SendAsync(resident, "Min egen idé om torget.");
        var number = HandInTests.NumberOf(receipt);
        Assert.True((await resident.GetAsync("/mina-ideer")).Says(number));
        Assert.True((await resident.GetAsync($"/mina-ideer/{number}")).Says("Min egen idé om torget."));

        using var employee = await host.LogInAsAsync(Personas.Employee);
        Assert.Equal(HttpStatusCode.NotFound, (await employee.GetAsync($"/mina-ideer/{number}")).Status);
        using var reply = await employee.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/mine/{number}/replies", new { text = "inte min" });
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Someone_who_logs_in_can_add_an_idea_with_its_code()
    {
        var (number, code) = await HandInAsync("Odlingslådor på gården.");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var page = await resident.PostFormAsync("/mina-ideer", new { Code = code });
        Assert.Equal($"/mina-ideer/{number}", page.Address);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        var refused = await employee.PostFormAsync("/mina-ideer", new { Code = code });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task The_api_reads_and_answers_by_code_in_a_header()
    {
        var (number, code) = await HandInAsync("Fler papperskorgar.");
        using var visitor = host.Visitor();
        using var read = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/by-code", null, ("Idea-Code", code));
        Assert.Contains(number, await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var reply = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/by-code/replies", new { text = "Särskilt vid stranden." }, ("Idea-Code", code));
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        using var wrong = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/by-code", null, ("Idea-Code", "K7MP-4RTX"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    private async Task<(string Number, string Code)> HandInAsync(string text)
    {
        using var visitor = host.Visitor();
        var receipt = await HandInTests.SendAsync(visitor, text);
        return (HandInTests.NumberOf(receipt), HandInTests.CodeIn(receipt));
    }

    private Task<long> CountAsync(string table, string number, string where) =>
        host.Database.QueryAsync<long>($"select count(*) from ideas.{table} t join ideas.ideas i on i.id = t.idea_id where i.case_number = $1 and {where}", number);

    private sealed class Limited() : TestHost(new TestHostOptions { Settings = new Dictionary<string, string?> { ["IdeSluss:RateLimits:secret:Permits"] = "3", ["IdeSluss:RateLimits:secret:Seconds"] = "600" } });
}
