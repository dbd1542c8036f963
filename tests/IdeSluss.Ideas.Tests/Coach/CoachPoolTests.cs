using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Assign;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Coach;

/// <summary>Coaches who share cases: Piteå's project office and the ideas of its eldercare.</summary>
public sealed class CoachPoolTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_in_the_pool_lies_in_everyones_inbox_wherever_it_has_moved_and_one_of_a_hundred_takes_it()
    {
        var (pool, eldercare) = await PlacesAsync();
        var persons = new[] { await AddCoachAsync("pool1@example.se", "unit", pool.Id), await AddCoachAsync("pool2@example.se", "unit", pool.Id) };
        var number = await SortedAsync("Lugnare måltider på Björken.", eldercare.Id);
        // Whoever sorted it and is in the pool keeps it, and then gives it to the others.
        var sorted = await desk.CaseAsync(number);
        Assert.Equal((pool.Id, pool.AuthorityId), (sorted.PoolUnitId, sorted.PoolAuthorityId));
        Assert.NotNull(sorted.CoachId);
        CoachDesk.Value(await desk.AsCoachAsync(services => services.GetRequiredService<AssignCase>().HandleAsync(new(number, null, sorted.Version), Cancel)));
        await host.Database.ExecuteAsync($"update ideas.ideas set authority_id = '{eldercare.AuthorityId}' where case_number = '{number}'");

        foreach (var person in persons)
        {
            var inbox = await InPoolAsync(person, pool);
            Assert.Equal(1, inbox.InPool);
            Assert.Equal(number, Assert.Single(inbox.Items).CaseNumber);
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(turn => AsAsync(persons[turn % 2], pool, services => services.GetRequiredService<TakeCase>().HandleAsync(number, Cancel))));

        var taker = (await desk.CaseAsync(number)).CoachId;
        Assert.Contains(persons, person => person.Id == taker);
        // Whoever got it may have asked again; the other hears who has it, each time.
        var refused = outcomes.Where((_, turn) => persons[turn % 2].Id != taker).ToList();
        Assert.Equal(50, refused.Count);
        Assert.All(refused, outcome => Assert.Equal((ProblemKind.Conflict, "{0} har redan tagit ärendet."), (outcome.Problem!.Kind, outcome.Problem.Message.Key)));
        Assert.Single(await desk.QueryAsync(db => Task.FromResult(db.Timeline.Where(line => line.IdeaId == sorted.Id && line.Kind == TimelineKinds.Assigned && line.ActorId == taker).ToList())));
        Assert.Equal(0, (await InPoolAsync(persons[0], pool)).InPool);
    }

    [Fact]
    public async Task What_was_sorted_by_someone_outside_the_pool_waits_for_the_one_who_takes_it_and_comes_back_when_the_decision_is_taken_back()
    {
        var (pool, eldercare) = await PlacesAsync();
        var number = (await desk.SubmitAsync("Musik på eftermiddagen.")).CaseNumber;
        var outsider = await AddCoachAsync("utanfor@example.se", "unit", pool.Id);
        await host.InScopeAsync(async services =>
        {
            var idea = await desk.CaseAsync(number);
            (idea.UnitId, idea.CoachId) = (eldercare.Id, outsider.Id);
            var before = CaseBefore.Of(idea, 1);
            var pools = new CoachPools([new CoachPool("Vårdens coacher", eldercare.Code, [], [eldercare.Code])], services.GetRequiredService<IOrganisation>(), services.GetRequiredService<IPeopleDirectory>());

            Assert.True(await pools.RouteAsync(idea, services.GetRequiredService<IWorkflowRegistry>().Current(DefaultWorkflow.Key)!, Cancel));

            Assert.Equal((eldercare.Id, null), (idea.PoolUnitId, idea.CoachId));
            Assert.Equal("Vårdens coacher", await pools.NameOfAsync(idea, Cancel));
            CaseBefore.Parse((before with { CoachBeforePool = outsider.Id }).ToJson()).Restore(idea);
            Assert.Equal((null, outsider.Id), (idea.PoolUnitId, idea.CoachId));
        });
    }

    [Fact]
    public async Task A_case_without_a_pool_stays_with_the_coach_who_sorted_it_and_is_taken_by_nobody_else()
    {
        var number = (await desk.SubmitAsync()).CaseNumber;
        CoachDesk.Value(await desk.SortAsync(number, CoachDesk.Decide("ADVANCE")));
        var idea = await desk.CaseAsync(number);
        Assert.Null(idea.PoolUnitId);
        Assert.NotNull(idea.CoachId);

        var second = await desk.AsCoachAsync(services => services.GetRequiredService<TakeCase>().HandleAsync(number, Cancel), which: 1);
        Assert.Equal(ProblemKind.Conflict, second.Problem?.Kind);
        var (pool, _) = await PlacesAsync();
        var outside = await AddCoachAsync("ensam@example.se", "unit", pool.Id);
        Assert.Equal(ProblemKind.NotFound, (await AsAsync(outside, pool, services => services.GetRequiredService<TakeCase>().HandleAsync(number, Cancel))).Problem?.Kind);
    }

    private async Task<string> SortedAsync(string text, Guid unit)
    {
        var number = (await desk.SubmitAsync(text)).CaseNumber;
        CoachDesk.Value(await desk.SortAsync(number, CoachDesk.Decide("ADVANCE"), request => request with { Unit = unit, Track = Tracks.Full }));
        return number;
    }

    private Task<(UnitInfo Pool, UnitInfo Eldercare)> PlacesAsync() => host.InScopeAsync(async services =>
    {
        var units = await services.GetRequiredService<IOrganisation>().UnitsAsync(Cancel);
        return (units.Single(unit => unit.Code == "KLF-PK"), units.Single(unit => unit.Code == "SOC-AO"));
    });

    private Task<InboxPage> InPoolAsync(PersonInfo person, UnitInfo pool) => AsAsync(person, pool, services => services.GetRequiredService<Features.Ideas.Inbox.Inbox>().FindAsync(new(InboxFilter.Pool), Cancel));

    /// <summary>A coach of one unit: the demo's coaches are coaches everywhere.</summary>
    private async Task<PersonInfo> AddCoachAsync(string email, string scope, Guid place)
    {
        await host.Database.ExecuteAsync($"""
            insert into people.person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'email', '{email}', 'normalized_email', upper('{email}'), 'user_name', '{email}', 'normalized_user_name', upper('{email}'), 'display_name', '{email}'))).*
            from people.person p where p.email = '{Personas.AddressOf(Personas.Coach)}'
            """);
        await host.Database.ExecuteAsync($"""
            insert into people.role_assignment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'person_id', (select id from people.person where email = '{email}'), '{scope}_id', '{place}'))).*
            from people.role_assignment a join people.person p on p.id = a.person_id where p.email = '{Personas.AddressOf(Personas.Coach)}' and a.role = '{Roles.IdeaCoach}' limit 1
            """);
        return (await host.InScopeAsync(services => services.GetRequiredService<IPeopleDirectory>().FindByEmailAsync(email, Cancel)))!;
    }

    private Task<T> AsAsync<T>(PersonInfo person, UnitInfo unit, Func<IServiceProvider, Task<T>> work) => host.InScopeAsync(async services =>
    {
        string[] permissions = [IdeasPermissions.Work, IdeasPermissions.Sort, IdeasPermissions.Assign];
        services.GetRequiredService<CurrentUser>().Become(person.Id, person.DisplayName, person.Email, [Roles.IdeaCoach], permissions.ToDictionary(permission => permission, _ => new PermissionScope(false, [], [unit.Id])));
        return await work(services);
    });
}
