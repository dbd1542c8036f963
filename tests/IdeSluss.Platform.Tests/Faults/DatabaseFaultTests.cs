using System.Net;
using System.Text.Json;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Tests.Web;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Faults;

/// <summary>What people are told while the database is gone, slow, full or only readable, and that the host needs nobody's help afterwards.</summary>
public sealed class DatabaseFaultTests(FaultyHost host) : IClassFixture<FaultyHost>
{
    private const string Unknown = "Vi vet inte om det hann sparas.";
    private const string OnlyReading = "Just nu går det bara att läsa.";
    private const string NotSaved = "Det du skickade är inte sparat.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_gone_is_told_as_it_is_and_found_again_by_the_host_itself()
    {
        using var visitor = host.Visitor();
        host.Link.Break();

        var page = await visitor.GetAsync("/ideer");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.True(page.Says("Vi når inte våra uppgifter just nu. Inget som har lämnats in är borta."), page.Html);
        Assert.Equal("10", page.Headers["Retry-After"]);
        using (var sent = await HandInAsync(visitor, "Borta ett ögonblick"))
            Assert.Contains(NotSaved, (await AnswerTests.ProblemAsync(sent, 503)).GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(["database"], await NotReadyAsync(visitor));
        using (var live = await visitor.ApiAsync(HttpMethod.Get, "/health/live")) Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        host.Link.Mend();
        await host.RecoveredAsync();
        using var again = await HandInAsync(visitor, "Borta ett ögonblick");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await host.MessagesSettledAsync();
        Assert.Equal(1, await IdeasAsync("Borta ett ögonblick"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_off_in_the_middle_of_a_commit_nobody_is_told_more_than_is_known_and_sending_again_makes_nothing_twice(bool kept)
    {
        using var visitor = host.Visitor();
        var text = kept ? "Bruten förbindelse efter sparandet" : "Bruten förbindelse före sparandet";
        host.Link.CutNext(kept ? CutAt.AfterCommit : CutAt.BeforeCommit, text);

        using (var broken = await HandInAsync(visitor, text))
        {
            var said = (await AnswerTests.ProblemAsync(broken, 503)).GetProperty("title").GetString();
            Assert.True(said!.Contains(Unknown, StringComparison.Ordinal) && said.Contains("samma Idempotency-Key", StringComparison.Ordinal), said);
        }

        Assert.Equal(kept ? 1 : 0, await IdeasAsync(text));
        using var again = await HandInAsync(visitor, text);
        using var third = await HandInAsync(visitor, text);
        Assert.Equal(await NumberAsync(again), await NumberAsync(third));
        Assert.Equal(1, await IdeasAsync(text));
        await host.MessagesSettledAsync();
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event e join ideas.ideas i on i.id = e.stream where i.original_text = $1 and e.name = 'ideas.idea-submitted.v1'", text));
    }

    [Fact]
    public async Task Someone_whose_page_broke_off_goes_back_sends_again_and_gets_the_receipt()
    {
        using var visitor = host.Visitor();
        const string text = "Brutet mitt i granskningen av bänkarna";
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = text, AnswerWay = "Telephone", Telephone = "0911-00 00 00" });
        host.Link.CutNext(CutAt.AfterCommit, text);

        var broken = await visitor.SubmitAsync(review, new { });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.Status);
        Assert.True(broken.Says(Unknown) && broken.Says("det blir inte dubbelt"), broken.Html);
        Assert.StartsWith("/kvitto/", (await visitor.SubmitAsync(review, new { })).Address, StringComparison.Ordinal);
        Assert.Equal(1, await IdeasAsync(text));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_waited_for_no_longer_than_was_said_and_nobody_is_left_hanging()
    {
        using var visitor = host.Visitor();
        host.Link.StandStill();
        var waiting = Enumerable.Range(0, 40).Select(_ => visitor.GetAsync("/ideer")).ToList();
        var ready = NotReadyAsync(visitor);
        var pages = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(40), Token);
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status));
        Assert.Equal(["database"], await ready);

        host.Link.Flow();
        await host.RecoveredAsync();
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_is_read_and_whoever_sends_something_is_told()
    {
        using var visitor = host.Visitor();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var form = await visitor.GetAsync("/lamna-ide");
        var log = await visitor.GetAsync("/logga-in");
        await TurnReadOnlyAsync(visitor, on: true);

        foreach (var page in new[] { await visitor.GetAsync("/ideer"), await visitor.GetAsync("/lamna-ide"), await coach.GetAsync("/arbete") })
            Assert.True(page.StatusCode == 200 && page.Says(OnlyReading), page.Html);
        using (var sent = await HandInAsync(visitor, "Bara läsning"))
            Assert.StartsWith(OnlyReading, (await AnswerTests.ProblemAsync(sent, 503)).GetProperty("title").GetString(), StringComparison.Ordinal);
        var kept = await visitor.SubmitAsync(form, new { Text = "Bara läsning, men <b>skrivet</b>" });
        Assert.True(kept.StatusCode == 503 && kept.Says("Det du skickade är inte sparat.") && kept.Says("Bara läsning, men <b>skrivet</b>"), kept.Html);
        Assert.DoesNotContain("hemligt-ord", (await visitor.SubmitAsync(log, new { Email = "coach@demo.example", Password = "hemligt-ord" })).Html, StringComparison.Ordinal);

        await TurnReadOnlyAsync(visitor, on: false);
        await host.RecoveredAsync();
        Assert.False((await visitor.GetAsync("/ideer")).Says(OnlyReading));
        var review = await visitor.SubmitAsync(kept, new { }, "Skicka igen");
        Assert.StartsWith("/kvitto/", (await visitor.SubmitAsync(review, new { })).Address, StringComparison.Ordinal);
        Assert.Equal(1, await IdeasAsync("Bara läsning, men <b>skrivet</b>"));
    }

    [Fact]
    public async Task A_full_disk_under_the_database_loses_nothing_that_was_received_and_is_over_when_there_is_room()
    {
        using var disk = SmallDisk.TryMake(2_000);
        Assert.SkipWhen(disk is null, "Only root may make a small disk.");
        await disk.GiveToServerAsync();
        var space = "small_" + Guid.CreateVersion7().ToString("N");
        await host.Database.ExecuteAsync($"create tablespace {space} location '{disk.Path}'");
        try
        {
            await host.Database.ExecuteAsync($"alter table ideas.timeline set tablespace {space}");
            disk.Fill();
            using var visitor = host.Visitor();
            var received = new List<string>();
            for (var number = 0; ; number++)
            {
                Assert.True(number < 400, "The disk never became full.");
                using var answer = await HandInAsync(visitor, $"Full disk {number}");
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    Assert.Contains(NotSaved, (await AnswerTests.ProblemAsync(answer, 503)).GetProperty("title").GetString(), StringComparison.Ordinal);
                    break;
                }

                received.Add(await NumberAsync(answer));
            }

            disk.MakeRoom();
            using var again = await HandInAsync(visitor, "Full disk och sedan plats");
            received.Add(await NumberAsync(again));
            Assert.Empty(received.Except(await host.Database.ListAsync<string>("select case_number from ideas.ideas")));
        }
        finally
        {
            await host.Database.ExecuteAsync("alter table ideas.timeline set tablespace pg_default");
            await host.Database.ExecuteAsync($"drop tablespace {space}");
        }
    }

    /// <summary>As whoever runs the instance does it, with a host that is asked how it is meanwhile. Nobody is cut off.</summary>
    private async Task TurnReadOnlyAsync(Visitor visitor, bool on)
    {
        host.Database.Source.Clear();
        var turned = ReadOnlySwitch.TurnAsync(host.Database.Source, on, TimeSpan.FromSeconds(20), Token);
        await Eventually.TrueAsync(async () =>
        {
            using var ready = await visitor.ApiAsync(HttpMethod.Get, "/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            return (await ready.Content.ReadAsStringAsync(Token)).Contains("read only", StringComparison.Ordinal) == on;
        }, "the host to see it");
        Assert.Equal(0, await turned);
        host.Database.Source.Clear();
    }

    private static Task<HttpResponseMessage> HandInAsync(Visitor visitor, string text) =>
        visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text }, ("Idempotency-Key", Uri.EscapeDataString(text)));

    private static async Task<string> NumberAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("caseNumber").GetString()!;
    }

    private Task<long> IdeasAsync(string text) => host.Database.QueryAsync<long>("select count(*) from ideas.ideas where original_text = $1", text);

    private static async Task<IReadOnlyList<string>> NotReadyAsync(Visitor visitor)
    {
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        return [.. body.RootElement.GetProperty("parts").EnumerateArray().Where(part => !part.GetProperty("ready").GetBoolean()).Select(part => part.GetProperty("name").GetString()!)];
    }
}
