using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Reconsidering;

/// <summary>The case as a module that has decisions reconsidered sees it.</summary>
internal sealed class ReconsideredCases(IdeasDbContext db, WorkflowNames workflows, SubmitterNews news, TimeProvider time) : IReconsideredCases
{
    private const int Most = 500;

    public async Task<RefusingDecision?> FindAsync(Guid decisionId, CancellationToken cancellationToken) =>
        (await OfAsync(Told().Where(decision => decision.Id == decisionId), 1, cancellationToken)) is [var found] ? found : null;

    public async Task<IReadOnlyList<RefusingDecision>> OfCaseAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var whole = await db.Ideas.AsNoTracking().Where(idea => idea.Id == ideaId).Select(idea => idea.MergedIntoId).FirstOrDefaultAsync(cancellationToken) ?? ideaId;
        return await OfAsync(Told().Where(decision => decision.IdeaId == whole), Most, cancellationToken);
    }

    public async Task<IReadOnlyList<RefusingDecision>> SinceAsync(DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        [.. (await OfAsync(Told().Where(decision => decision.EffectiveAt >= since), Most, cancellationToken)).Where(decision => decision.StillStands).Take(most)];

    public async Task TellAsync(ReconsiderationNews message, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.FirstAsync(one => one.Id == message.DecisionId, cancellationToken);
        var idea = await db.Ideas.Include(one => one.Contact).Include(one => one.Merged).ThenInclude(one => one.Contact).FirstAsync(one => one.Id == decision.IdeaId, cancellationToken);
        var kind = KindOf(message.Kind);
        if (await db.Timeline.AnyAsync(line => line.IdeaId == idea.Id && line.Kind == kind && line.At == message.At, cancellationToken)) return;
        // What a submitter writes stays with those who reconsider.
        if (message.Kind == ReconsiderationNewsKind.Asked) Add(idea, kind, Audience.Submitter, decision.FromStage, decision.Id, message with { Reason = null });
        else Add(idea, kind, Audience.Public, decision.FromStage, decision.Id, message);
        if (message.Kind == ReconsiderationNewsKind.Changed && workflows.Of(idea) is { } workflow && Reopening.StillStands(idea, decision, workflow))
        {
            Reopening.Apply(idea, decision, workflow, message.At);
            Add(idea, TimelineKinds.StageEntered, Audience.Public, idea.Stage, null, message with { Reason = null });
            db.Publish(new CaseReopened(idea.Id, idea.CaseNumber, decision.Id, decision.Gate, idea.Stage, message.By!.Value, message.At), idea.Id);
        }

        if (message.Kind != ReconsiderationNewsKind.Asked) await TellSubmittersAsync(idea, message.At, cancellationToken);
        else if (message.Reason is { } written && TextReview.Of(written).Hints.HasFlag(SensitiveHints.Irregularity)) db.Publish(new IrregularityHinted(idea.Id, idea.CaseNumber, idea.AuthorityId, message.At), idea.Id);
        db.Audit(new("ideas." + kind, "idea", idea.Id, message.By, idea.AuthorityId, new Dictionary<string, string> { ["decision"] = decision.Id.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Those of merged ideas stand behind the whole, and heard the no.</summary>
    private async Task TellSubmittersAsync(Idea idea, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var own in idea.Merged.Prepend(idea))
            await news.TellAsync(own, "Omprövning av beslutet om din idé {0}", "Hej!\n\nBeslutet om din idé {0} är omprövat av någon annan än den som beslutade. Läs vad det blev och varför:\n{1}\n",
                "Ring idégivaren och berätta vad omprövningen ledde till.", "Skriv till idégivaren och berätta vad omprövningen ledde till.", at, cancellationToken);
    }

    private void Add(Idea idea, string kind, Audience audience, string stage, Guid? decision, ReconsiderationNews message) => db.Timeline.Add(new TimelineEntry
    {
        Id = OrderedId.Next(), IdeaId = idea.Id, At = message.At, VisibleFrom = message.At, Audience = audience, Kind = kind, Stage = stage, DecisionId = decision, ActorId = message.By, ActorRole = message.Role, Note = message.Reason,
    });

    /// <summary>What the outside has been told. A correction has the outcome of what it corrects, so only the first is asked about.</summary>
    private IQueryable<Decision> Told()
    {
        var now = time.GetUtcNow();
        return db.Decisions.AsNoTracking().Where(decision => decision.TakenBackAt == null && decision.CorrectsId == null && decision.EffectiveAt <= now && decision.CloseReason != null && db.Ideas.Any(idea => idea.Id == decision.IdeaId && !idea.Restricted));
    }

    private async Task<IReadOnlyList<RefusingDecision>> OfAsync(IQueryable<Decision> decisions, int most, CancellationToken cancellationToken)
    {
        var rows = await decisions.OrderByDescending(decision => decision.EffectiveAt).ThenByDescending(decision => decision.Id).Take(most)
            .Join(db.Ideas.AsNoTracking(), decision => decision.IdeaId, idea => idea.Id, (decision, idea) => new { decision, idea }).OrderByDescending(row => row.decision.EffectiveAt).ThenByDescending(row => row.decision.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Of(row.decision, row.idea)).OfType<RefusingDecision>()];
    }

    /// <summary>Null when it was no no, or its workflow is gone.</summary>
    private RefusingDecision? Of(Decision decision, Idea idea)
    {
        var workflow = workflows.Of(idea);
        var gate = workflow?.Gates.FirstOrDefault(one => one.Code == decision.Gate);
        if (gate?.Outcomes.FirstOrDefault(one => one.Code == decision.Outcome) is not { Negative: true } outcome) return null;
        var place = GatePlace.Of(idea, gate);
        return new(
            decision.Id, idea.Id, idea.CaseNumber, idea.PublicTitle, gate.Code, gate.Name, outcome.Code, outcome.Name, workflow!.Stages.FirstOrDefault(stage => stage.Code == decision.FromStage)?.Name ?? decision.FromStage, decision.Reason, decision.DecidedAt,
            decision.EffectiveAt, decision.DecidedById, decision.DecidedAs, place.AuthorityId, place.UnitId, Reopening.StillStands(idea, decision, workflow), idea.CloseReason);
    }

    private static string KindOf(ReconsiderationNewsKind kind) => kind switch
    {
        ReconsiderationNewsKind.Asked => TimelineKinds.ReconsiderationAsked,
        ReconsiderationNewsKind.Stands => TimelineKinds.DecisionStands,
        ReconsiderationNewsKind.Changed => TimelineKinds.DecisionChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news of a reconsideration."),
    };
}
