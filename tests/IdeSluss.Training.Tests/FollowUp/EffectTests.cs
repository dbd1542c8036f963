using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
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
}
