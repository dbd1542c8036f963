using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Features.Training.Effect;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.FollowUp;

public class EffectTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_decision_is_counted_from_the_one_before_and_one_that_is_taken_back_never_was()
    {
        var (idea, decider) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        DateTimeOffset At(int day) => new(2027, 3, day, 9, 0, 0, TimeSpan.Zero);
        GateDecided Decided(Guid id, string outcome, int day) => new(idea, "27IDE1", id, Gates.Need, outcome, Stages.Need, Stages.Concept, null, decider, At(day), At(day));
        Task<IReadOnlyList<string>> FactsAsync() => host.Database.ListAsync<string>($"select working_days || ' ' || returned from training.decision_fact where idea_id = '{idea}' order by decided_at");
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.InScopeAsync(async services =>
        {
            var notes = services.GetRequiredService<NoteDecisions>();
            await notes.HandleAsync(new IdeaSubmitted(idea, "27IDE1", Guid.CreateVersion7(), "WEB", At(1)), null!, default);
            await notes.HandleAsync(Decided(first, "BACK", 5), null!, default);
            await notes.HandleAsync(Decided(second, "ADVANCE", 10), null!, default);
        });
        Assert.Equal(["4 true", "3 false"], await FactsAsync());
        await host.InScopeAsync(services => services.GetRequiredService<NoteDecisions>().HandleAsync(new DecisionTakenBack(idea, second, Gates.Need, At(10)), null!, default));
        Assert.Equal(["4 true"], await FactsAsync());
        // The next one is counted from the one that still stands, not from the one that never was.
        await host.InScopeAsync(services => services.GetRequiredService<NoteDecisions>().HandleAsync(Decided(Guid.CreateVersion7(), "ADVANCE", 12), null!, default));
        Assert.Equal(["4 true", "5 false"], await FactsAsync());
    }

    [Fact]
    public async Task Reach_is_of_everyone_who_was_a_manager_or_elected_on_the_day_each_counted_once()
    {
        var day = new DateOnly(2027, 3, 31);
        var manager = await host.Database.QueryAsync<Guid>($"select id from people.person where user_name = '{Personas.AddressOf(Personas.OtherNeedOwner)}'");
        async Task<(int Managers, int Elected, int Trained, int Women)> CountAsync()
        {
            IReadOnlyList<ReachCount> all = [];
            await host.InScopeAsync(async services => all = await services.GetRequiredService<ITrainingStatistics>().ReachAsync(new Dictionary<Guid, string> { [manager] = "kvinna" }, day, default));
            int Sum(Func<ReachCount, bool> which) => all.Where(which).Sum(one => one.Count);
            return (Sum(one => one.Track == RoleTrack.Manager), Sum(one => one.Track == RoleTrack.ElectedMember), Sum(one => one.Certified), Sum(one => one is { Group: "kvinna", Certified: true }));
        }

        var before = await CountAsync();
        // With an account that is a manager by its role; listed without an account, one with a certificate that was taken back and one whose certificate came the day after; and one who is neither.
        await host.Database.ExecuteAsync(
            $$"""
            insert into training.learner (id, person_id, email, name, language, tracks, listed) values
                (gen_random_uuid(), '{{manager}}', 'konto@reach.example', 'Konto', 'sv', '{ElectedMember}', true), (gen_random_uuid(), null, 'ater@reach.example', 'Åter', 'sv', '{Manager}', true),
                (gen_random_uuid(), null, 'sen@reach.example', 'Sen', 'sv', '{ElectedMember}', true), (gen_random_uuid(), null, 'annan@reach.example', 'Annan', 'sv', '{Resident}', true), (gen_random_uuid(), null, 'borta@reach.example', 'Borta', 'sv', '{Manager}', false)
            on conflict (person_id) do update set email = excluded.email, tracks = excluded.tracks, listed = excluded.listed;
            insert into training.certificate (id, learner_id, course_id, edition, hours, completed_on, issued_at, version, revoked_at)
            select gen_random_uuid(), id, (select min(id::text)::uuid from training.course), 99, 1, case email when 'sen@reach.example' then date '2027-04-01' else date '2027-03-31' end, now(), 1, case email when 'ater@reach.example' then now() end
            from training.learner where email like '%@reach.example';
            update people.role_assignment set ended_at = '2027-04-01 10:00+02' where person_id = '{{manager}}'
            """);
        var after = await CountAsync();
        Assert.Equal((before.Managers + 1, before.Elected + 1, before.Trained + 1, 1), after);
    }
}
