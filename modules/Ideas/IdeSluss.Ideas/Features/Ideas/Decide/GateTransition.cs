using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Who decides, in which role; null person only for what the system may pass by itself.</summary>
internal sealed record GateActor(Guid? PersonId, string Role);

/// <summary>The texts of a decision, in the submitter's language.</summary>
internal sealed record DecisionTexts(string Reason, string Reply, string? LegalBasis);

/// <summary>What one passage through a gate writes: one decision, one audit fact, the lines of the history, and a question when one is asked.</summary>
internal sealed record TransitionRecords(Decision Decision, AuditFact Audit, IReadOnlyList<TimelineEntry> Timeline, Message? Question)
{
    public GateDecided Event(Idea idea) => new(
        idea.Id, idea.CaseNumber, Decision.Id, Decision.Gate, Decision.Outcome, Decision.FromStage, Decision.ToStage, idea.Track, Decision.DecidedById, Decision.DecidedAt, Decision.EffectiveAt);
}

/// <summary>Moves a case through its gate. Pure: everything is on the entities it is given and in what it returns; the rules have been checked before.</summary>
internal static class GateTransition
{
    /// <param name="workflow">The definition the case goes on with: at the first gate that of its unit.</param>
    /// <param name="mergedInto">For a merge: the case it is to be merged into.</param>
    /// <param name="evidence">Form → version of the answers at the decision.</param>
    /// <param name="effectiveAt">When the reply leaves; until then nobody outside sees a change.</param>
    public static TransitionRecords Apply(
        Idea idea, WorkflowDefinition workflow, Gate gate, GateOutcome outcome, GateDecision chosen, GateActor actor, DecisionTexts texts,
        Guid? mergedInto, IReadOnlyDictionary<string, int> evidence, DateTimeOffset now, DateTimeOffset effectiveAt)
    {
        // FL 28 § allows automated decisions in general, KL 6:38 not for these.
        if (actor.PersonId is null && (outcome.Negative || !gate.Automatic))
            throw new InvalidOperationException($"{gate.Code} {outcome.Code} needs a person who decides.");

        var from = idea.Stage;
        var track = TrackRule.Chosen(gate, outcome, chosen, idea.Track);
        // A merge waits for its submitter's yes: the decision asks, and the case rests where it is until then.
        var to = outcome.Kind == OutcomeKind.Merge ? from : outcome.To ?? from;
        var passedOver = outcome is { Kind: OutcomeKind.Advance or OutcomeKind.Close, Negative: false } ? workflow.GatesPassedOver(gate, to) : [];

        idea.WorkflowKey = workflow.Key;
        idea.WorkflowVersion = workflow.Version;
        idea.Track = track;
        Move(idea, workflow, outcome, track, now);
        if (outcome.Kind is OutcomeKind.Close or OutcomeKind.Redirect)
            idea.CloseReason = outcome.CloseReasons.Count == 1 ? outcome.CloseReasons[0] : chosen.CloseReason;
        if (gate.Code == Gates.Triage && outcome.Kind == OutcomeKind.Advance) idea.PublishedAt ??= effectiveAt;
        Hold(idea, from, now, effectiveAt);

        // A meeting's § is the record of a nämnd and of nobody else.
        var isCommittee = actor.Role == Roles.CommitteeSecretary;
        var decision = new Decision
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            Gate = gate.Code,
            Outcome = outcome.Code,
            Track = track,
            FromStage = from,
            ToStage = to,
            CloseReason = idea.CloseReason,
            RedirectTarget = outcome.Kind == OutcomeKind.Redirect ? chosen.RedirectTarget : null,
            MergedIntoId = mergedInto,
            DecidedAt = now,
            DecidedById = actor.PersonId,
            DecidedAs = actor.Role,
            Presenter = chosen.Presenter.OrNothing(),
            Participants = chosen.Participants.OrNothing(),
            LegalBasis = chosen.LegalBasis.OrNothing() ?? texts.LegalBasis,
            CommitteeParagraph = isCommittee ? chosen.CommitteeParagraph.OrNothing() : null,
            MeetingDay = isCommittee ? chosen.MeetingDay : null,
            Voting = isCommittee ? chosen.Voting.OrNothing() : null,
            Impartial = chosen.Impartial,
            Reason = texts.Reason,
            Reply = texts.Reply,
            EffectiveAt = effectiveAt,
            EvidenceVersions = JsonSerializer.Serialize(evidence),
            Before = "{}",
        };
        var question = outcome.Kind == OutcomeKind.ReturnForInfo
            ? new Message { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, AuthorId = actor.PersonId, Text = chosen.Question!.Trim(), AnswerBy = GateDays.AnswerBy(now), VisibleFrom = effectiveAt }
            : null;
        return new(decision, Fact(idea, decision), Lines(idea, workflow, gate, outcome, decision, passedOver, actor, now), question);
    }

    private static void Move(Idea idea, WorkflowDefinition workflow, GateOutcome outcome, string? track, DateTimeOffset now)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.ReturnForInfo or OutcomeKind.Merge:
                idea.Pause(IdeaStatus.Waiting, now);
                break;
            case OutcomeKind.Park:
                idea.Pause(IdeaStatus.Parked, now);
                break;
            default:
                idea.Enter(workflow.StageOf(outcome.To!), workflow.TrackOf(track), now);
                break;
        }
    }

    /// <summary>A case that is already held keeps what the outside saw first: nothing shows earlier than it was promised.</summary>
    private static void Hold(Idea idea, string from, DateTimeOffset now, DateTimeOffset effectiveAt)
    {
        if (effectiveAt <= now) return;
        idea.StageBeforeHold = idea.HeldUntil > now ? idea.StageBeforeHold ?? from : from;
        idea.HeldUntil = effectiveAt;
    }

    private static AuditFact Fact(Idea idea, Decision decision) => new("ideas.decided", "idea", idea.Id, decision.DecidedById, idea.AuthorityId, new Dictionary<string, string>
    {
        ["decision"] = decision.Id.ToString(),
        ["gate"] = decision.Gate,
        ["outcome"] = decision.Outcome,
        ["from"] = decision.FromStage,
        ["to"] = decision.ToStage,
        ["track"] = decision.Track ?? "",
        ["role"] = decision.DecidedAs ?? "",
    });

    private static List<TimelineEntry> Lines(
        Idea idea, WorkflowDefinition workflow, Gate gate, GateOutcome outcome, Decision decision, IReadOnlyList<Gate> passedOver, GateActor actor, DateTimeOffset now)
    {
        var lines = new List<(string Kind, Audience Audience, string? Stage, string? Note)>
        {
            // A question and a hand-over concern the submitter; every other decision is for all who may see the idea.
            (TimelineKinds.Decided, outcome.Kind is OutcomeKind.ReturnForInfo or OutcomeKind.Redirect or OutcomeKind.Merge ? Audience.Submitter : Audience.Public, decision.FromStage, decision.Reason),
        };
        lines.AddRange(passedOver.Select(passed => (TimelineKinds.GateNotNeeded, Audience.Public, (string?)passed.From, (string?)passed.Code)));
        if (outcome is { Kind: OutcomeKind.Advance or OutcomeKind.Close, Negative: false })
            lines.AddRange(GateReadiness.EvidenceNotNeeded(workflow, gate, passedOver, decision.Track).Select(form => (TimelineKinds.EvidenceNotNeeded, Audience.Internal, (string?)decision.FromStage, (string?)form)));
        if (outcome.To is not null && outcome.Kind != OutcomeKind.Merge) lines.Add((TimelineKinds.StageEntered, Audience.Public, decision.ToStage, null));

        return
        [
            .. lines.Select(line => new TimelineEntry
            {
                Id = OrderedId.Next(),
                IdeaId = idea.Id,
                At = now,
                VisibleFrom = decision.EffectiveAt,
                Audience = line.Audience,
                Kind = line.Kind,
                Stage = line.Stage,
                DecisionId = decision.Id,
                ActorId = actor.PersonId,
                ActorRole = actor.Role,
                Note = line.Note,
            }),
        ];
    }
}
