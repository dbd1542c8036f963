using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Demo;

public sealed class PiteaDemo() : TestHost(new TestHostOptions());

public sealed class SkellefteaDemo() : TestHost(new TestHostOptions { Municipality = "skelleftea" });

public sealed class PiteaDemoContentTests(PiteaDemo host) : DemoContentTests(host), IClassFixture<PiteaDemo>;

public sealed class SkellefteaDemoContentTests(SkellefteaDemo host) : DemoContentTests(host), IClassFixture<SkellefteaDemo>;

/// <summary>The invented content shows everything that can happen to an idea, and every case in it got where it is rightly.</summary>
public abstract class DemoContentTests(TestHost host)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_at_least_sixty_ideas_from_the_last_two_years_and_some_of_them_are_the_municipalitys_own()
    {
        var received = await ListAsync(db => db.Ideas.Select(idea => idea.ReceivedAt));
        Assert.InRange(received.Count, 60, 120);
        var now = DateTimeOffset.UtcNow;
        Assert.All(received, at => Assert.InRange(at, now.AddMonths(-24), now));
        Assert.True(received.Select(at => (at.Year, at.Month)).Distinct().Count() >= 15, "The months are too few for a chart.");
    }

    [Fact]
    public async Task Every_stage_track_outcome_close_reason_channel_area_and_kind_of_submitter_has_an_idea()
    {
        var workflow = host.Services.GetRequiredService<IWorkflowRegistry>().Current(DefaultWorkflow.Key)!;
        var channels = host.Services.GetRequiredService<IEnumerable<IntakeChannel>>();
        var ideas = await ListAsync(db => db.Ideas);
        // The first stage is left in the same moment, and its gate passes by itself.
        AllAre(workflow.Stages.Select(stage => stage.Code).Where(code => code != Stages.Received), ideas.Select(idea => idea.Stage));
        AllAre(workflow.Tracks.Select(track => track.Code), ideas.Select(idea => idea.Track));
        AllAre(workflow.Gates.Where(gate => !gate.Automatic).SelectMany(gate => gate.Outcomes).Select(outcome => outcome.Code), await ListAsync(db => db.Decisions.Select(decision => decision.Outcome)));
        AllAre(workflow.CloseReasons.Select(reason => reason.Code), ideas.Select(idea => idea.CloseReason));
        // Only what was read from a file came that way.
        AllAre(channels.Select(channel => channel.Code).Where(code => code != IntakeChannels.Import), ideas.Select(idea => idea.Channel));
        AllAre(IdeaAreas.All.Select(area => area.Code), ideas.Select(idea => idea.Area));
        AllAre(Enum.GetValues<SubmitterKind>(), ideas.Select(idea => idea.SubmitterKind));
        AllAre(Enum.GetValues<AnswerWay>(), ideas.Select(idea => idea.AnswerWay));
        AllAre(Enum.GetValues<IdeaStatus>(), ideas.Select(idea => idea.Status));
        AllAre(["sv", "fi", "ar", "en"], ideas.Select(idea => idea.Language));
    }

    [Fact]
    public async Task Every_gate_was_passed_with_complete_forms()
    {
        var forms = host.Services.GetRequiredService<IFormRegistry>();
        var wrong = new List<string>();
        foreach (var (idea, decision, gate, outcome) in await PassagesAsync())
        {
            if (!outcome.NeedsEvidence) continue;
            var facts = CaseEvidence.Of(idea, await ListAsync(db => db.Evidence.Where(one => one.IdeaId == idea.Id)), forms);
            foreach (var form in gate.EvidenceIn(decision.Track, outcome.Code).Where(evidence => evidence.Blocking))
                wrong.AddRange(GateReadiness.MissingIn(form.Form, facts, forms).Select(missing => $"{idea.PublicTitle}: {gate.Code} {form.Form} {missing.Message.Key}"));
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task Every_gate_was_passed_with_the_advice_the_consultations_and_the_receiver_that_it_waits_for()
    {
        var forms = host.Services.GetRequiredService<IFormRegistry>();
        var wrong = new List<string>();
        foreach (var (idea, decision, gate, outcome) in await PassagesAsync())
        {
            var evidence = await ListAsync(db => db.Evidence.Where(one => one.IdeaId == idea.Id));
            var answers = CaseEvidence.Of(idea, evidence, forms);
            var facts = CaseFacts.None with
            {
                Gate = gate.Code,
                ReceivingUnit = "Enheten",
                Receiver = await FirstAsync(db => db.Receivers.Where(one => one.IdeaId == idea.Id && one.EndedAt == null)),
                Advice = await ListAsync(db => db.Advice.Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code && one.At <= decision.DecidedAt)),
                Consultations = await ListAsync(db => db.Consultations.Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code && one.AskedAt <= decision.DecidedAt)),
                FormVersions = evidence.ToDictionary(one => one.Form, one => one.Version),
            };
            foreach (var requirement in gate.RequirementsFor(outcome, decision.Track).Where(requirement => requirement.Blocking && GateReadiness.IsAsked(requirement, answers)))
                wrong.AddRange(RequirementRules.Missing(requirement, idea, facts).Select(missing => $"{idea.PublicTitle}: {gate.Code} {missing.Field}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_history_is_in_order_and_every_public_idea_is_told_in_whole()
    {
        var lines = (await ListAsync(db => db.Timeline)).ToLookup(line => line.IdeaId);
        foreach (var idea in await ListAsync(db => db.Ideas))
        {
            // Those who judge are another module's, which comes after: it dates its lines itself.
            var history = lines[idea.Id].Where(line => line.Kind is not (TimelineKinds.JudgingBegun or TimelineKinds.JudgingClosed)).OrderBy(line => line.Id).ToList();
            Assert.Equal(history.OrderBy(line => line.At).Select(line => $"{idea.PublicTitle} {line.Kind} {line.At:yyyy-MM-dd HH:mm}"), history.Select(line => $"{idea.PublicTitle} {line.Kind} {line.At:yyyy-MM-dd HH:mm}"));
            Assert.Equal([TimelineKinds.Received, TimelineKinds.Registered], history.Take(2).Select(line => line.Kind));
            if (!idea.IsPublic(DateTimeOffset.UtcNow)) continue;
            Assert.NotNull(idea.PublicTitle);
            Assert.NotNull(idea.PublicText);
            Assert.NotNull(idea.NeedSentence);
            Assert.NotNull(idea.Area);
            Assert.NotNull(idea.UnitId);
        }
    }

    [Theory]
    [InlineData("coach", "/arbete", 8)]
    [InlineData("coach", "/arbete/forsenade", 4)]
    [InlineData("enhetschef", "/att-besluta", 3)]
    [InlineData("forvaltningschef", "/att-besluta", 4)]
    [InlineData("iderad", "/att-bedoma", 3)]
    [InlineData("iderad", "/att-besluta", 2)]
    [InlineData("invanare", "/mina-ideer", 1)]
    [InlineData("medarbetare", "/mina-ideer", 3)]
    [InlineData("kvalitet", "/arbete/missforhallanden", 1)]
    public async Task Each_persona_has_something_to_do(string persona, string page, int atLeast)
    {
        using var visitor = await host.LogInAsAsync(persona);
        var html = (await visitor.GetAsync(page)).Html;
        var numbers = (await ListAsync(db => db.Ideas.Select(idea => idea.CaseNumber))).Count(number => html.Contains(number, StringComparison.Ordinal));
        Assert.True(numbers >= atLeast, $"{persona} sees {numbers} cases on {page}.");
    }

    private static void AllAre<T>(IEnumerable<T> expected, IEnumerable<T> found) => Assert.Empty(expected.Distinct().Except(found));

    private async Task<IReadOnlyList<(Idea Idea, Decision Decision, Gate Gate, GateOutcome Outcome)>> PassagesAsync()
    {
        var workflows = host.Services.GetRequiredService<IWorkflowRegistry>();
        var ideas = (await ListAsync(db => db.Ideas)).ToDictionary(idea => idea.Id);
        return
        [
            .. from decision in await ListAsync(db => db.Decisions)
               let idea = ideas[decision.IdeaId]
               let gate = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)!.GateOf(decision.Gate)
               select (idea, decision, gate, gate.Outcomes.Single(outcome => outcome.Code == decision.Outcome)),
        ];
    }

    private Task<List<T>> ListAsync<T>(Func<IdeasDbContext, IQueryable<T>> query) => host.InScopeAsync(services => query(services.GetRequiredService<IdeasDbContext>()).ToListAsync(Token));

    private Task<T?> FirstAsync<T>(Func<IdeasDbContext, IQueryable<T>> query) => host.InScopeAsync(services => query(services.GetRequiredService<IdeasDbContext>()).FirstOrDefaultAsync(Token));
}
