using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Ideas.Tests.Support;

public sealed class MyUnitTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task A_manager_sees_the_weeks_decisions_what_is_late_and_what_is_under_way_and_nobody_elses()
    {
        // The clock stands on a Tuesday; the week ends on Sunday the eighth.
        var thisWeek = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.PublicTitle, idea.PromiseDue) = ("Beslut i veckan", new DateOnly(2026, 3, 8)));
        var later = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.PublicTitle, idea.PromiseDue) = ("Beslut sedan", new DateOnly(2026, 3, 9)));
        var late = await host.CaseAsync(Stages.Concept, Tracks.Full, idea => (idea.PublicTitle, idea.PromiseDue) = ("Redan sen", new DateOnly(2020, 1, 1)));
        var elsewhere = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.PublicTitle, idea.UnitId, idea.AuthorityId) = ("Någon annans", null, Guid.CreateVersion7()));
        var ending = await host.CaseAsync(Stages.Closed, Tracks.Full, idea => (idea.PublicTitle, idea.PromiseDue) = ("Snart besvarad", new DateOnly(2020, 1, 2)));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var week = await (await manager.ApiAsync(HttpMethod.Get, "/api/v1/ideas/my-unit")).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("2026-03-08", week.GetProperty("weekEnds").GetString());
        // The demo's own cases are there too.
        Assert.Contains(thisWeek, Numbers(week, "decide"));
        Assert.DoesNotContain(later, Numbers(week, "decide"));
        Assert.True(week.GetProperty("decideLater").GetInt32() > 0);
        Assert.Equal(late, Numbers(week, "overdue")[0]);
        Assert.Equal(late, Numbers(week, "underWay")[0]);
        Assert.DoesNotContain(ending, Numbers(week, "underWay"));
        Assert.All(new[] { "decide", "overdue", "underWay" }, list => Assert.DoesNotContain(elsewhere, Numbers(week, list)));

        var page = await manager.GetAsync("/min-enhet");
        Assert.True(page.Says("Beslut i veckan") && page.Says("Redan sen") && page.Says("till väntar på ditt beslut"), page.Text);
        Assert.False(page.Says("Någon annans") || page.Says(elsewhere), page.Text);
        Assert.Contains("/min-enhet", (await manager.GetAsync("/arbete")).Links);
    }

    [Fact]
    public async Task It_is_for_managers()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await coach.GetAsync("/min-enhet")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.ApiAsync(HttpMethod.Get, "/api/v1/ideas/my-unit")).StatusCode);
    }

    private static string[] Numbers(JsonElement week, string list) => [.. week.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("caseNumber").GetString()!)];
}
