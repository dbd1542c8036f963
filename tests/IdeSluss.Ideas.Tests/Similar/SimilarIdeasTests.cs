using System.Net;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Tests.Coach;
using IdeSluss.Ideas.Tests.Search;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Similar;

public sealed class SimilarIdeasTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly IdeaShelf shelf = new(host);
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_tried_and_failed_is_shown_with_why_and_with_what_was_learnt()
    {
        var open = await shelf.AddAsync("Bygg ett vindskydd av drivved vid stranden.", Titled("Drivvedsskydd"));
        var failed = await shelf.AddAsync("Vindskydd av drivved åt badgästerna.", idea => (idea.PublicTitle, idea.Stage, idea.CloseReason) = ("Skydd på stranden", Stages.Closed, CloseReasons.StoppedAfterTest));
        var done = await shelf.AddAsync("Ett vindskydd av drivved till.", idea => (idea.PublicTitle, idea.Stage, idea.CloseReason) = ("Klart skydd", Stages.Closed, CloseReasons.Implemented));
        await DecidedAsync(failed, "Drivveden ruttnade på två år.");
        await LessonAsync(failed);
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = "Ställ upp vindskydd av drivved så att man slipper frysa." });
        foreach (var text in new[]
        {
            "Liknar det något som redan finns?", "Drivvedsskydd", "Det här har prövats: Avslutad efter test – lärdom finns.", "Drivveden ruttnade på två år.", "Det här är genomfört.", "Liknar på orden: vindskydd, drivved",
        })
            Assert.True(review.Says(text), $"{text}: {review.Text}");
        foreach (var number in new[] { open, failed, done }) Assert.Contains($"/liknande/{number}?plats=Review", review.Links);
        var learnt = await visitor.GetAsync(Assert.Single(review.Links, link => link.EndsWith("till=lardom", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.OK, $"/ideer/{failed}/lardom"), (learnt.Status, learnt.Address));
        Assert.StartsWith("/kvitto/", (await visitor.SubmitAsync(review, new { }, "Skicka")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_everyone_may_read_is_similar_and_what_was_typed_is_kept_nowhere()
    {
        using var canary = new Canary();
        var word = $"kanariespett, {canary.Text}";
        var shown = await shelf.AddAsync($"Öppen {word}.");
        await shelf.AddAsync("-", idea => (idea.PublishedAt, idea.PublicText, idea.PublicTitle) = (null, null, null), original: $"Oläst {word}");
        await shelf.AddAsync($"Hållen {word}.", idea => idea.PublishedAt = idea.PublishedAt!.Value.AddDays(40));
        await shelf.AddAsync($"Hemlig {word}.", idea => idea.Restricted = true);
        await shelf.AddAsync($"Felanmäld {word}.", idea => idea.RedirectTarget = Redirects.FaultReport);
        await shelf.AddAsync($"Tillbakatagen {word}.", idea => idea.PublishedAt = null);
        await shelf.AddAsync("Maskad.", original: $"Ring {word}.");
        var kept = await KeptTextsAsync();
        Assert.Equal([shown], (await ApiAsync($"Vi vill ha {word}.")).Select(NumberOf));
        using var visitor = host.Visitor();
        var typing = await TypingAsync(visitor, $"Vi vill ha {word}.");
        Assert.Equal([$"/liknande/{shown}?plats=Writing"], typing.Links);
        Assert.Equal(kept, await KeptTextsAsync());
        Assert.Equal([$"/liknande/{shown}?plats=Review"], (await visitor.PostFormAsync("/lamna-ide", new { Text = $"Vi vill ha {word}." })).Links.Where(link => link.StartsWith("/liknande/", StringComparison.Ordinal)));
        Assert.Empty(canary.LeaksFrom(host));
    }

    [Fact]
    public async Task While_one_writes_only_what_may_be_the_same_is_shown_and_too_long_a_text_is_cut()
    {
        await shelf.AddAsync("Låna ut vadarbyxor och håvar till den som vill fånga sländlarver.", Titled("Sländlarver för alla"));
        using var visitor = host.Visitor();
        Assert.Empty((await TypingAsync(visitor, "")).Html.Trim());
        Assert.Empty((await TypingAsync(visitor, "och att på 25")).Html.Trim());
        Assert.True((await TypingAsync(visitor, "Låna ut håvar för sländlarver.")).Says("Sländlarver för alla"));
        Assert.Empty((await TypingAsync(visitor, "Sländlarver är bra att veta om när kommunen planerar dagvattnet runt handelsområdet och parkeringshuset intill.")).Html.Trim());
        foreach (var piece in new[] { "skolcykelparkering ", "åäö", "sländlarver ", "a-b ", "\uD83D\uDE00" })
        {
            var page = await TypingAsync(visitor, string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length)));
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
    }

    [Fact]
    public async Task Everything_is_encoded()
    {
        await shelf.AddAsync("Kägelbana <script>alert('x')</script> i källaren.", Titled("Kägelbana <i>nu</i>"));
        using var visitor = host.Visitor();
        foreach (var page in new[] { await TypingAsync(visitor, "kägelbana<b>"), await visitor.PostFormAsync("/lamna-ide", new { Text = "En kägelbana <script>alert('y')</script>" }) })
        {
            Assert.Contains("Kägelbana &lt;i&gt;nu", WebUtility.HtmlDecode(page.Html.Replace("&lt;", "&amp;lt;", StringComparison.Ordinal).Replace("&gt;", "&amp;gt;", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_shown_and_opened_is_counted_by_idea_day_and_place()
    {
        var number = await shelf.AddAsync("Trampoliner vid vattenhjulet för hopptävlingar.", Titled("Trampoliner"));
        using var visitor = host.Visitor();
        await TypingAsync(visitor, "trampoliner vid vattenhjulet");
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = "Fler trampoliner vid vattenhjulet." });
        Assert.Equal($"/ideer/{number}", (await visitor.GetAsync(review.Links.Single(link => link.StartsWith($"/liknande/{number}", StringComparison.Ordinal)))).Address);
        await visitor.GetAsync($"/liknande/{number}?plats=Writing");
        await visitor.GetAsync($"/liknande/{number}?plats=Writing");
        Assert.Single(await ApiAsync("trampoliner vid vattenhjulet"));
        Assert.Equal(["Api 1 0", "Review 1 1", "Writing 1 2"], await host.Database.ListAsync<string>(
            $"select place || ' ' || shown || ' ' || opened from ideas.similar_offer where idea_id = (select id from ideas.ideas where case_number = '{number}') order by 1"));

        var hidden = await shelf.AddAsync("Trampoliner i hemlighet.", idea => idea.Restricted = true);
        foreach (var unknown in new[] { hidden, "26IDE999999", new string('9', 2_000) }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/liknande/{unknown}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/liknande/{number}?plats=hittepa&till=//example.com")).Status);
    }

    [Fact]
    public async Task The_coach_chooses_what_to_merge_with_and_nothing_is_decided_by_that()
    {
        var other = await shelf.AddAsync("Klätterställning formad som en mammut i parken.", Titled("Mammutställning"));
        var ended = await shelf.AddAsync("Mammut att klättra på, i parken.", idea => (idea.Stage, idea.CloseReason) = (Stages.Closed, CloseReasons.DeclinedCostBenefit));
        var idea = await desk.SubmitAsync("Barnen vill klättra på en mammut i parken.");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.GetAsync($"/arbete/{idea.CaseNumber}/sortera");
        Assert.Contains($"/liknande/{other}?plats=Sorting", page.Links);
        Assert.True(page.Says($"Slå ihop med {other}"), page.Text);
        Assert.False(page.Says($"Slå ihop med {ended}"));
        Assert.DoesNotContain($"/liknande/{idea.CaseNumber}?plats=Sorting", page.Links);

        var filled = await coach.SubmitAsync(page, [("Input.PublicText", "Det jag just skrev.")], $"Slå ihop med {other}");
        Assert.True(filled.Says($"Nu står {other} i beslutet längre ner."), filled.Text);
        string Value(string name) => filled.Forms.SelectMany(form => form.Fields).Single(field => field.Name == name).Value;
        Assert.Equal((other, "MERGE", "Det jag just skrev."), (Value("Input.MergeInto"), Value("Input.Outcome"), Value("Input.PublicText")));
        Assert.Null((await desk.CaseAsync(idea.CaseNumber)).PublicText);

        using var sorting = await coach.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/cases/{idea.CaseNumber}/sorting");
        using var json = JsonDocument.Parse(await sorting.Content.ReadAsStringAsync(Ct));
        Assert.Contains(other, json.RootElement.GetProperty("similar").EnumerateArray().Select(NumberOf));
    }

    [Fact]
    public async Task Nobody_is_told_that_a_serious_irregularity_is_nothing_new()
    {
        await shelf.AddAsync("En boende ramlade och ingen kom på larmet förrän efter tre timmar.", Titled("Larm och fall"));
        using var visitor = host.Visitor();
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = "En boende ramlade och blev skadad, och ingen kom på larmet förrän efter tre timmar. Det är ett missförhållande." });
        Assert.Equal("/lamna-ide/granska", review.Address);
        Assert.DoesNotContain(review.Links, link => link.StartsWith("/liknande/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_api_says_what_is_wrong_with_a_text_it_does_not_take()
    {
        using var visitor = host.Visitor();
        foreach (var body in new object[] { new { text = " \t" }, new { text = new string('a', 20_001) }, new { title = "Bara rubrik" } })
        {
            using var refused = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas/similar", body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        Assert.Empty(await ApiAsync("och att på"));
    }

    private static Action<Idea> Titled(string title) => idea => idea.PublicTitle = title;

    private static string NumberOf(JsonElement idea) => idea.GetProperty("caseNumber").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> ApiAsync(string text)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas/similar", new { text });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return [.. json.RootElement.EnumerateArray().Select(idea => idea.Clone())];
    }

    /// <summary>As the script does while someone writes.</summary>
    private static async Task<Page> TypingAsync(Visitor visitor, string text)
    {
        var page = await visitor.GetAsync("/lamna-ide");
        var token = page.Forms.SelectMany(form => form.Fields).First(field => field.Name == "__RequestVerificationToken").Value;
        return await visitor.PostRawAsync("/lamna-ide?handler=Similar", ("Input.Text", text), ("__RequestVerificationToken", token));
    }

    private Task<long> KeptTextsAsync() => host.Database.QueryAsync<long>("select (select count(*) from ideas.draft) + (select count(*) from ideas.ideas)");

    private Task DecidedAsync(string number, string reason) => ChangeAsync(number, (db, idea) => db.Timeline.Add(new TimelineEntry
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, At = idea.ReceivedAt, VisibleFrom = idea.ReceivedAt, Audience = Audience.Public, Kind = TimelineKinds.Decided, Note = reason,
    }));

    private Task LessonAsync(string number) => host.InScopeAsync(async services =>
    {
        var form = services.GetRequiredService<IFormRegistry>().Current(FormKeys.Lesson)!;
        var answers = CompleteAnswers.For(form, await services.GetRequiredService<CaseEvidence>().OfAsync(number, Ct));
        await ChangeAsync(number, (db, idea) => db.Evidence.Add(new EvidenceAnswer
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Form = form.Key, FormVersion = form.Version, Answers = answers.ToJson(), Complete = true, SavedAt = idea.ReceivedAt,
        }));
    });

    private Task ChangeAsync(string number, Action<IdeasDbContext, Idea> change) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdeasDbContext>();
        change(db, await desk.CaseAsync(number));
        await db.SaveChangesAsync(Ct);
    });
}
