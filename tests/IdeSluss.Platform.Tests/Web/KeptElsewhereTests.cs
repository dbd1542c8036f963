using System.Net;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Web;

/// <summary>Two replicas on one database, each with pages of its own kept.</summary>
public sealed class TwoKeepers(TrialHost first) : IAsyncLifetime
{
    public TestHost First => first;

    public TestHost Second { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Second = await TestHost.StartAsync(new TestHostOptions { EmptyDatabase = true, Settings = new Dictionary<string, string?> { ["IdeSluss:KeptPages:Seconds"] = "30" }, Through = _ => First.Database.ConnectionString });

    public ValueTask DisposeAsync() => Second.DisposeAsync();
}

[Collection(nameof(SharedHost))]
public sealed class KeptElsewhereTests(TwoKeepers replicas) : IClassFixture<TwoKeepers>
{
    /// <summary>Well below the thirty seconds that a page is kept otherwise.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task What_one_replica_changes_the_other_no_longer_shows()
    {
        using var coach = await replicas.First.LogInAsAsync(Personas.Coach);
        Assert.True(await IsKeptAsync());
        var slug = await ArchiveOneAsync(coach);
        await Eventually.TrueAsync(async () => !(await SecondsListAsync()).Html.Contains($"/testbaddar/{slug}\"", StringComparison.Ordinal), "the other replica to forget its page", Soon);
        Assert.True(await IsKeptAsync());
    }

    [Fact]
    public async Task A_replica_that_did_not_hear_for_a_while_forgets_everything_when_it_hears_again()
    {
        Assert.True(await IsKeptAsync());
        // Changed behind everybody's back: only what is made anew shows it.
        await replicas.First.Database.ExecuteAsync("update testbeds.testbed set name = 'Ett helt nytt namn' where slug = 'visningslagenheten'");
        Assert.DoesNotContain("Ett helt nytt namn", (await SecondsListAsync()).Html, StringComparison.Ordinal);
        await replicas.First.Database.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'");
        await Eventually.TrueAsync(async () => (await SecondsListAsync()).Html.Contains("Ett helt nytt namn", StringComparison.Ordinal), "the other replica to forget its page", Soon);
    }

    private async Task<bool> IsKeptAsync()
    {
        await SecondsListAsync();
        return (await SecondsListAsync()).Headers.ContainsKey("Age");
    }

    private async Task<Page> SecondsListAsync()
    {
        using var anyone = replicas.Second.Visitor();
        return await anyone.GetAsync("/testbaddar");
    }

    /// <returns>One of those on the list; those with bookings to come are not let go.</returns>
    private async Task<string> ArchiveOneAsync(Visitor coach)
    {
        foreach (var slug in await replicas.First.Database.ListAsync<string>("select slug from testbeds.testbed order by slug"))
        {
            if (!(await SecondsListAsync()).Html.Contains($"/testbaddar/{slug}\"", StringComparison.Ordinal)) continue;
            using var answer = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/archiving", new { }, ("X-IdeSluss", "api"));
            if (answer.StatusCode == HttpStatusCode.NoContent) return slug;
        }

        throw new InvalidOperationException("Nothing on the list can be archived.");
    }
}
