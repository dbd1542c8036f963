using System.Net;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Tests.Coach;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.SluiceMap;

/// <summary>A clock that stands still, so that bands have sharp edges and the minute's count is counted anew when the test says so.</summary>
public sealed class SluiceHost() : TestHost(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 6, 10, 8, 0, 0, TimeSpan.Zero) });

public sealed class SluiceNumbersTests(SluiceHost host) : IClassFixture<SluiceHost>
{
    private const string OnTheirWay = "status <> 'Closed' and not restricted";

    [Fact]
    public async Task Everyone_sees_as_many_as_there_are_and_never_a_restricted_one()
    {
        await MakeManyAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = await PublicAsync();

        foreach (var (stage, count, ages) in told)
        {
            var here = $"from ideas.ideas where {OnTheirWay} and stage = '{stage}'";
            Assert.Equal(await CountAsync($"select count(*) {here}"), count);
            Assert.Equal(count, ages.Sum());
            Assert.Equal(await CountAsync($"select count(*) {here} and received_at >= timestamptz '2026-05-10 00:00 Europe/Stockholm'"), ages[0]);
            Assert.Equal(await CountAsync($"select count(*) {here} and received_at < timestamptz '2025-06-10 00:00 Europe/Stockholm'"), ages[3]);
        }

        Assert.True(told.Sum(stage => stage.Count) > 50);
        Assert.True(await CountAsync("select count(*) from ideas.ideas where status <> 'Closed' and restricted") > 0);
    }

    [Fact]
    public async Task A_closing_that_is_held_counts_where_it_was_until_the_reply_leaves()
    {
        await MakeManyAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var before = await InStageAsync(Stages.Need);
        await host.Database.ExecuteAsync($"""
            update ideas.ideas set stage = 'CLOSED', status = 'Closed', close_reason = 'DECLINED_COST_BENEFIT', closed_at = '{Now:O}', stage_before_hold = 'NEED', held_until = '{Now.AddMinutes(10):O}'
            where id = (select id from ideas.ideas where {OnTheirWay} and stage = 'NEED' and published_at is not null limit 1)
            """);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(before, await InStageAsync(Stages.Need));
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(before - 1, await InStageAsync(Stages.Need));
    }

    [Fact]
    public async Task The_number_of_a_stage_is_the_length_of_the_list_it_leads_to()
    {
        await MakeManyAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/slussen");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("/ideer?etapp=TEST", page.Links);
        var listed = 0;
        for (var after = ""; ;)
        {
            using var answer = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas?stage=TEST&after={after}");
            using var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            listed += list.RootElement.GetProperty("items").GetArrayLength();
            if (list.RootElement.GetProperty("next").GetString() is not { } next) break;
            after = Uri.EscapeDataString(next);
        }

        Assert.Equal(await InStageAsync(Stages.Test), listed);
    }

    [Fact]
    public async Task Of_unread_ideas_fewer_than_five_are_not_told()
    {
        await using var empty = await TestHost.StartAsync(new TestHostOptions { Demo = false });
        await empty.NameReceiverOfIrregularitiesAsync();
        await new CoachDesk(empty).SubmitAsync("En bänk vid ån.");
        using var visitor = empty.Visitor();
        using var told = JsonDocument.Parse(await (await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/sluice")).Content.ReadAsStringAsync());
        var triage = told.RootElement.GetProperty("stages").EnumerateArray().First(stage => stage.GetProperty("stage").GetString() == Stages.Triage);

        Assert.Equal(JsonValueKind.Null, triage.GetProperty("count").ValueKind);
        Assert.Equal(0, triage.GetProperty("ages").GetArrayLength());
        Assert.True((await visitor.GetAsync("/slussen")).Says("1–4"));
    }

    [Fact]
    public async Task The_office_sees_its_own_numbers_and_each_is_the_length_of_the_list_behind_it()
    {
        await MakeManyAsync();
        var authority = await host.Database.QueryAsync<Guid>($"select authority_id from ideas.ideas where {OnTheirWay} group by 1 order by count(*) desc limit 1");
        foreach (var (scope, where) in new[] { (PermissionScope.All, "true"), (new PermissionScope(false, [authority], []), $"authority_id = '{authority}'") })
        {
            var view = await OfficeAsync(scope, new());
            foreach (var stage in view.Stages)
            {
                var here = $"from ideas.ideas where {OnTheirWay} and {where} and stage = '{stage.Stage}'";
                Assert.Equal(await CountAsync($"select count(*) {here}"), stage.Count);
                Assert.Equal(await CountAsync($"select count(*) {here} and status = 'Active' and promise_due < '2026-06-10'"), stage.Promises[(int)PromiseBand.Late]);
                Assert.Equal(await CountAsync($"select count(*) {here} and status = 'Active' and promise_due between '2026-06-10' and '2026-06-12'"), stage.Promises[(int)PromiseBand.Soon]);
                Assert.Equal(await CountAsync($"select count(*) {here} and status <> 'Active'"), stage.Promises[(int)PromiseBand.Still]);
                Assert.Equal(stage.Count, stage.Promises.Sum());
                Assert.Equal(stage.Count, stage.Rests.Sum());
                Assert.Equal(stage.Count, stage.Tracks.Values.Sum());
                foreach (var band in Enum.GetValues<PromiseBand>()) Assert.Equal(stage.Promises[(int)band], await ListedAsync(scope, new(new(), stage.Stage, band)));
                foreach (var band in Enum.GetValues<RestBand>()) Assert.Equal(stage.Rests[(int)band], await ListedAsync(scope, new(new(), stage.Stage, Rest: band)));
                foreach (var (track, count) in stage.Tracks) Assert.Equal(count, await ListedAsync(scope, new(new(Track: track), stage.Stage)));
            }
        }
    }

    [Fact]
    public async Task Whoever_has_no_part_in_the_work_does_not_see_the_offices_sluice()
    {
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.GetAsync("/arbete/slussen")).Status);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var page = await owner.GetAsync("/arbete/slussen");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        // A unit that is not one's own is no choice, and shows one's own.
        var foreign = await host.Database.QueryAsync<Guid>("select id from people.org_unit where id not in (select unit_id from people.role_assignment where unit_id is not null) limit 1");
        Assert.Equal(page.Text, (await owner.GetAsync($"/arbete/slussen?enhet={foreign}")).Text);
    }

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    /// <summary>Copies of the demo's ideas spread over stages, times, states and authorities; once per class.</summary>
    private async Task MakeManyAsync()
    {
        if (await CountAsync("select count(*) from ideas.ideas where submission_key like 'many:%'") > 0) return;
        await host.Database.ExecuteAsync("""
            insert into ideas.ideas (id, case_number, submission_key, authority_id, unit_id, workflow_key, workflow_version, stage, track, status, restricted, original_text, public_title, public_text, language, channel,
                submitter_kind, answer_way, follow_code_hash, hints, received_at, stage_entered_at, promise_due, published_at, follower_count, version)
            select gen_random_uuid(), 'MANY' || n, 'many:' || n, a.id, null, 'IDESLUSS_DEFAULT_V1', i.workflow_version,
                (array['TRIAGE', 'NEED', 'CONCEPT', 'TEST', 'DECISION_BASIS', 'IMPLEMENTATION', 'BENEFIT'])[1 + n % 7], (array['GOR_NU', 'LITEN', 'FULL', null])[1 + n % 4], (array['Active', 'Active', 'Active', 'Waiting', 'Parked'])[1 + n % 5], n % 29 = 0,
                'text', 'rubrik', 'text', 'sv', 'WEB', 'Resident', 'Code', decode(md5(n::text), 'hex'), 0,
                timestamptz '2026-06-10 08:00Z' - n * interval '41 hours', timestamptz '2026-06-10 08:00Z' - n * interval '20 hours', date '2026-06-10' + (n % 17) - 5, case when n % 7 = 0 then null else timestamptz '2026-06-09' - n * interval '19 hours' end, 0, 0
            from generate_series(1, 400) n
            cross join lateral (select id from people.authority order by code offset n % 3 limit 1) a
            cross join (select workflow_version from ideas.ideas where workflow_key = 'IDESLUSS_DEFAULT_V1' order by workflow_version desc limit 1) i
            """);
    }

    private async Task<IReadOnlyList<(string Stage, int Count, int[] Ages)>> PublicAsync()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/sluice");
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. told.RootElement.GetProperty("stages").EnumerateArray().Select(stage => (stage.GetProperty("stage").GetString()!, stage.GetProperty("count").GetInt32(), stage.GetProperty("ages").EnumerateArray().Select(age => age.GetInt32()).ToArray()))];
    }

    private async Task<int> InStageAsync(string stage) => (await PublicAsync()).Single(one => one.Stage == stage).Count;

    private Task<OfficeSluiceView> OfficeAsync(PermissionScope scope, SluiceFilter filter) => AsOfficeAsync(scope, services => services.GetRequiredService<OfficeSluice>().HandleAsync(filter, TestContext.Current.CancellationToken));

    private async Task<int> ListedAsync(PermissionScope scope, SluiceCasesQuery query)
    {
        var listed = 0;
        for (string? after = null; ;)
        {
            var page = await AsOfficeAsync(scope, services => services.GetRequiredService<SluiceCases>().FindAsync(query with { After = after }, TestContext.Current.CancellationToken));
            listed += page.Items.Count;
            if (page.Next is null) return listed;
            after = page.Next;
        }
    }

    private Task<T> AsOfficeAsync<T>(PermissionScope scope, Func<IServiceProvider, Task<T>> work) => host.InScopeAsync(services =>
    {
        services.GetRequiredService<CurrentUser>().Become(Guid.CreateVersion7(), "Prov", "prov@demo.example", [], new Dictionary<string, PermissionScope> { [IdeasPermissions.SeeSluice] = scope });
        return work(services);
    });

    private async Task<int> CountAsync(string sql) => (int)await host.Database.QueryAsync<long>(sql);
}
