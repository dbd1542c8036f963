using System.Net;
using IdeSluss.Ideas.Tests.HandIn;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Ideas.Tests.ReadIdeas;

/// <summary>Without demo content, so that the list holds what the test puts there.</summary>
public sealed class EmptyHost() : TestHost(new TestHostOptions { Demo = false })
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await NameReceiverOfIrregularitiesAsync();
    }
}

public sealed class PublicIdeasTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    private const string Unmasked = "Min granne Bengt vill ha en bänk.";

    [Fact]
    public async Task Only_what_a_coach_let_through_is_public_and_everything_else_is_the_same_404()
    {
        var shown = await HandInAsync();
        var unread = await HandInAsync();
        var held = await HandInAsync();
        var restricted = await HandInAsync();
        var redirected = await HandInAsync();
        await PublishAsync(shown, "En bänk vid torget");
        await PublishAsync(held, "Syns först om en stund", "now() + interval '10 minutes'");
        await PublishAsync(restricted, "Hemlig", also: "restricted = true");
        await PublishAsync(redirected, "Felanmäld", also: "redirect_target = 'FAULT_REPORT'");

        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/ideer/{shown}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Says("En bänk vid torget") && page.Says("En granne vill ha en bänk.") && page.Says("Idén kom in"), page.Text);
        Assert.False(page.Says("Bengt"));
        Assert.DoesNotContain("<form method=\"post\"", page.Html, StringComparison.Ordinal);

        var list = await visitor.GetAsync("/ideer");
        Assert.True(list.Says("En bänk vid torget"));
        Assert.DoesNotContain("<form method=\"post\"", list.Html, StringComparison.Ordinal);
        var missing = (await visitor.GetAsync("/ideer/26IDE999999")).Text;
        foreach (var number in new[] { unread, held, restricted, redirected })
        {
            var answer = await visitor.GetAsync($"/ideer/{number}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal(missing, answer.Text);
            Assert.False(list.Says(number));
            using var api = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}");
            Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        }
    }

    [Fact]
    public async Task A_closing_that_is_held_does_not_show()
    {
        var number = await HandInAsync();
        await PublishAsync(number, "Snart klar", also: "stage = 'CLOSED', status = 'Closed', close_reason = 'IMPLEMENTED', closed_at = now(), stage_before_hold = 'NEED', held_until = now() + interval '10 minutes'");
        using var visitor = host.Visitor();
        Assert.False((await visitor.GetAsync($"/ideer/{number}")).Says("Genomförd"));
        Assert.False((await visitor.GetAsync("/ideer?lage=genomford")).Says("Snart klar"));
        Assert.False((await visitor.GetAsync("/")).Says("Snart klar"));
        Assert.True((await visitor.GetAsync("/ideer?lage=pagar")).Says("Snart klar"));

        await host.Database.ExecuteAsync($"update ideas.ideas set held_until = now() - interval '1 minute' where case_number = '{number}'");
        Assert.True((await visitor.GetAsync($"/ideer/{number}")).Says("Genomförd"));
        Assert.True((await visitor.GetAsync("/")).Says("Snart klar"));
    }

    [Fact]
    public async Task The_list_pages_through_everything_once_newest_first()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            numbers.Add(await HandInAsync());
            // Several at the same instant: the place in the list must still be exact.
            await PublishAsync(numbers[^1], $"Sidvis {i}", $"timestamptz '2020-01-01' + interval '{i / 3} days'", "area = 'delaktighet'");
        }

        using var visitor = host.Visitor();
        var seen = new List<string>();
        for (var address = "/ideer?omrade=delaktighet"; address is not null;)
        {
            var page = await visitor.GetAsync(address);
            seen.AddRange(page.Links.Where(link => link.StartsWith("/ideer/", StringComparison.Ordinal)).Select(link => link[7..]));
            address = page.Links.FirstOrDefault(link => link.Contains("efter=", StringComparison.Ordinal));
        }

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(numbers.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/ideer?steg=99&omrade=<script>&namnd=%00&lage=x&efter=trasig")]
    [InlineData("/ideer?efter=AAAA")]
    [InlineData("/")]
    [InlineData("/sa-funkar-det")]
    [InlineData("/folj")]
    public async Task Every_open_page_answers_also_when_the_address_is_odd(string address)
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
    }

    private async Task<string> HandInAsync()
    {
        using var visitor = host.Visitor();
        return HandInTests.NumberOf(await HandInTests.SendAsync(visitor, Unmasked));
    }

    private Task PublishAsync(string number, string title, string at = "now() - interval '1 minute'", string? also = null) =>
        host.Database.ExecuteAsync($"update ideas.ideas set public_title = '{title}', public_text = 'En granne vill ha en bänk.', published_at = {at}, stage = 'NEED'{(also is null ? "" : ", " + also)} where case_number = '{number}'".Replace("stage = 'NEED', stage = 'CLOSED'", "stage = 'CLOSED'", StringComparison.Ordinal));
}
