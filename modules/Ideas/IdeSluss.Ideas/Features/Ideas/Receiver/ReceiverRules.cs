using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>What the coach proposes: a unit and the terms.</summary>
/// <param name="Replaces">The proposal or acceptance that was seen; null when there was none.</param>
internal sealed record ReceiverProposal(Guid? UnitId, string? IfStopped, string? IfRetested, string? IfGoesOn, int? Hours, int? Money, Guid? Replaces = null);

/// <summary>When a receiver can be proposed, and what must be said to the unit that is asked.</summary>
internal static class ReceiverRules
{
    public const int MostTerms = 1_000;
    public const int MostHours = 10_000;
    public const int MostMoney = 100_000_000;

    /// <summary>Working days in which the unit is asked to answer.</summary>
    public const int AnswerDays = 10;

    /// <summary>From when the need is being explored until someone has received: a receiver that is lost on the way must be replaceable.</summary>
    private static readonly string[] Stages = [Contracts.Stages.Need, Contracts.Stages.Concept, Contracts.Stages.Test, Contracts.Stages.DecisionBasis, Contracts.Stages.Implementation];

    public static Problem? Closed(Idea idea) => idea switch
    {
        { IsOpen: false } => Problem.Conflict("Ärendet är avslutat."),
        { Track: Tracks.Small, Stage: Contracts.Stages.Need } => Problem.Conflict("I spår Liten är det enhetens chef som tar emot. Chefen gör det genom att besluta att prova."),
        { Track: Tracks.DoNow } => Problem.Conflict("I spår Gör nu testas inget, så ingen mottagare behövs."),
        _ when !Stages.Contains(idea.Stage) => Problem.Conflict("Mottagare föreslås när idén är i etappen Behov eller Koncept."),
        _ => null,
    };

    public static IEnumerable<FieldError> Check(ReceiverProposal proposal)
    {
        if (proposal.UnitId is null) yield return new(nameof(proposal.UnitId), "Mottagare: välj en enhet.");
        foreach (var (field, text, ask) in new[]
                 {
                     (nameof(proposal.IfStopped), proposal.IfStopped, "Om testet avslutas: skriv vad som händer då."),
                     (nameof(proposal.IfRetested), proposal.IfRetested, "Om det ska testas igen: skriv vad som händer då."),
                     (nameof(proposal.IfGoesOn), proposal.IfGoesOn, "Om ni går vidare: skriv vad enheten gör då."),
                 })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new(field, ask);
            else if (text.Length > MostTerms) yield return new(field, new Text("Texten är {0} tecken, högst {1} får plats.", text.Length, MostTerms));
        }

        if (proposal.Hours is not (>= 0 and <= MostHours)) yield return new(nameof(proposal.Hours), "Tid: skriv antal timmar, 0 till 10 000.");
        if (proposal.Money is not (>= 0 and <= MostMoney)) yield return new(nameof(proposal.Money), "Pengar: skriv hela kronor, 0 till 100 000 000.");
    }

    public static DateOnly AnswerBy(DateTimeOffset now) => WorkingDays.Add(now.StockholmDay(), AnswerDays);
}
