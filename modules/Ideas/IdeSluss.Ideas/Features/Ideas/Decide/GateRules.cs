using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>
/// No one decides on an idea of their own (FL 16–18 §§). There is no way around it, for no role: the case must be given to someone else.
/// </summary>
internal static class SeparationOfDuties
{
    public static readonly Problem OwnIdea = Problem.Forbidden(
        "Du kan inte besluta om en idé som är din egen eller som du har anmält jäv för. Be idécoachen att låta någon annan ta ärendet.");

    /// <param name="email">The decider's own address: an idea handed in without logging in is still theirs.</param>
    public static bool IsOwn(Idea idea, Guid person, string? email) =>
        idea.IsOwnOf(person)
        || (idea.Contact?.Email is { Length: > 0 } address && string.Equals(address.Trim(), email?.Trim(), StringComparison.OrdinalIgnoreCase))
        || idea.Merged.Exists(other => IsOwn(other, person, email));
}

/// <summary>Which permission a gate asks for, beside the role that the workflow names.</summary>
internal static class GatePermissions
{
    /// <param name="role">The role in which one would decide.</param>
    public static string Of(string gate, string role) => (gate, role) switch
    {
        (_, Roles.CommitteeSecretary) => IdeasPermissions.EnterCommitteeDecision,
        (Gates.Intake, _) => IdeasPermissions.Work,
        (Gates.Triage, _) => IdeasPermissions.Sort,
        _ => IdeasPermissions.Decide,
    };
}

/// <summary>What can be chosen now: the track's outcomes, less those that have been taken as often as one may.</summary>
internal static class OpenOutcomes
{
    public static FieldError? Check(Gate gate, string? track, IReadOnlyDictionary<string, int> taken, string chosen)
    {
        if (gate.OutcomesIn(track).FirstOrDefault(outcome => outcome.Code == chosen) is not { } outcome)
            return new("Outcome", "Välj ett av besluten i listan.");
        return gate.OpenIn(track, taken).Contains(outcome)
            ? null
            : new FieldError("Outcome", new Text("{0}: det går högst {1} gånger, och det är gjort.", new Text(outcome.Name), outcome.MostTimes!));
    }
}

/// <summary>The decision record: what the decider must have written and ticked, by outcome.</summary>
internal static class DecisionRecordRules
{
    public const int MostReason = 4_000;
    public const int MostReply = 8_000;
    public const int MostShort = 300;
    public const int MostVoting = 2_000;

    public static IEnumerable<FieldError> Check(GateDecision decision, GateOutcome outcome, WorkflowDefinition workflow, bool hasDefaultReason)
    {
        if (!decision.Impartial) yield return new("Impartial", "Kryssa i att inget gör dig partisk. Annars måste någon annan besluta.");
        if (string.IsNullOrWhiteSpace(decision.Reason) && (outcome.Negative || !hasDefaultReason)) yield return new("Reason", "Skriv skälet. Det blir svaret till idégivaren.");
        if (decision.Reason?.Length > MostReason) yield return new("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", decision.Reason.Length, MostReason));
        if (decision.Reply?.Length > MostReply) yield return new("Reply", new Text("Svaret är {0} tecken, högst {1} får plats.", decision.Reply.Length, MostReply));
        if (decision.Question?.Length > MostReason) yield return new("Question", new Text("Frågan är {0} tecken, högst {1} får plats.", decision.Question.Length, MostReason));
        foreach (var (field, value) in new[] { ("Presenter", decision.Presenter), ("Participants", decision.Participants), ("LegalBasis", decision.LegalBasis), ("CommitteeParagraph", decision.CommitteeParagraph) })
            if (value?.Length > MostShort) yield return new(field, new Text("Texten är {0} tecken, högst {1} får plats.", value.Length, MostShort));

        switch (outcome.Kind)
        {
            case OutcomeKind.Close when outcome.CloseReasons.Count > 1 && !outcome.CloseReasons.Contains(decision.CloseReason ?? ""):
                yield return new("CloseReason", "Välj varför idén avslutas.");
                break;
            case OutcomeKind.ReturnForInfo when string.IsNullOrWhiteSpace(decision.Question):
                yield return new("Question", "Skriv vad du behöver veta.");
                break;
            case OutcomeKind.Redirect when workflow.Redirects.All(target => target.Code != decision.RedirectTarget):
                yield return new("RedirectTarget", "Välj vart det ska lämnas.");
                break;
            case OutcomeKind.Merge when string.IsNullOrWhiteSpace(decision.MergeInto):
                yield return new("MergeInto", "Skriv numret på idén som den ska slås ihop med.");
                break;
            default:
                break;
        }
    }

    /// <summary>A nämnd decides at a meeting: § and day are the record, and the day cannot lie before the case or ahead of today.</summary>
    public static IEnumerable<FieldError> CheckCommittee(GateDecision decision, DateOnly receivedDay, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(decision.CommitteeParagraph)) yield return new("CommitteeParagraph", "Skriv paragrafen i protokollet, till exempel § 42.");
        if (decision.Voting?.Length > MostVoting) yield return new("Voting", new Text("Texten är {0} tecken, högst {1} får plats.", decision.Voting.Length, MostVoting));
        if (decision.MeetingDay is not { } day) yield return new("MeetingDay", "Skriv vilken dag nämnden beslutade.");
        else if (day < receivedDay) yield return new("MeetingDay", new Text("Nämnden kan inte ha beslutat före {0}, då idén kom in.", receivedDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        else if (day > today) yield return new("MeetingDay", "Nämnden kan inte ha beslutat en dag som inte har varit.");
    }

    /// <summary>A reason that the case itself gives, so that a quick decision needs no typing.</summary>
    /// <param name="done">What was done, as answered on the form of track Gör nu.</param>
    /// <param name="returning">Answers that return the case, with their step.</param>
    public static Text? DefaultReason(GateOutcome outcome, WorkflowDefinition workflow, GateDecision decision, string? done, IReadOnlyList<Text>? returning = null) => outcome.Kind switch
    {
        OutcomeKind.Back when returning is { Count: > 0 } => returning.Aggregate((all, next) => new Text("{0} {1}", all, next)),
        OutcomeKind.Advance when outcome.SetsTrack is not null => "Chefen kan göra det direkt.",
        OutcomeKind.Close when !outcome.Negative && !string.IsNullOrWhiteSpace(done) => new Text("{0}", done),
        OutcomeKind.ReturnForInfo when !string.IsNullOrWhiteSpace(decision.Question) => "Vi behöver veta mer innan vi kan besluta.",
        OutcomeKind.Redirect when workflow.Redirects.FirstOrDefault(target => target.Code == decision.RedirectTarget) is { } target => new Text(target.Explanation),
        OutcomeKind.Merge => "Idéerna handlar om samma sak.",
        _ => null,
    };

    /// <summary>What stands in the record unless the decider writes something else.</summary>
    /// <param name="delegation">What the nämnd has delegated at this gate, where there is such a rule.</param>
    public static Text DefaultLegalBasis(string role, DelegationRule? delegation = null) => role switch
    {
        Roles.NeedOwner => "Inom enhetens ansvar och budget",
        Roles.DelegatedDecisionMaker when delegation is not null => DelegationOrder.LegalBasisOf(delegation),
        Roles.DelegatedDecisionMaker => "Nämndens delegationsordning",
        Roles.CommitteeSecretary => "Nämndens beslut",
        _ => "Ren verkställighet",
    };
}

/// <summary>The first gate puts the case in a track: the outcome's own, or the coach's choice.</summary>
internal static class TrackRule
{
    public static string? Chosen(Gate gate, GateOutcome outcome, GateDecision decision, string? current) =>
        outcome.SetsTrack ?? (gate.Code == Gates.Triage && outcome.Kind == OutcomeKind.Advance ? decision.Track ?? current : current);

    public static FieldError? Check(WorkflowDefinition workflow, string? track) =>
        track is not null && workflow.TrackOf(track) is null ? new FieldError("Track", "Välj ett av spåren.") : null;
}

/// <summary>Days that the engine counts.</summary>
internal static class GateDays
{
    public static DateOnly AnswerBy(DateTimeOffset now) => WorkingDays.Add(now.StockholmDay(), 10);

    public static DateOnly WakeOn(GateDecision decision, DateTimeOffset now) => decision.WakeOn ?? now.StockholmDay().AddMonths(3);

    /// <summary>An idea that waits for a day that has been would not wait at all.</summary>
    public static FieldError? CheckWakeOn(GateDecision decision, GateOutcome outcome, DateTimeOffset now) =>
        outcome.Kind == OutcomeKind.Park && decision.WakeOn <= now.StockholmDay() ? new("WakeOn", "Välj en dag som inte har varit, eller lämna tomt: då väntar idén i tre månader.") : null;
}
