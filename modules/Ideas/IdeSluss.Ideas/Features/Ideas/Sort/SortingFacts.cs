using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

/// <summary>What a coach has written about an idea before it may go on: the facts of the case, beside the sorting form.</summary>
internal static class SortingFacts
{
    public const int MostTitle = 120;
    public const int MostText = 20_000;
    public const int MostSentence = 300;
    public const int MostArea = 80;

    /// <summary>What the first gate misses for this outcome; empty when the outcome needs nothing. Field names are those of the sorting screen.</summary>
    /// <param name="track">The track that the case would go on in: the coach's choice, or the outcome's own.</param>
    public static IReadOnlyList<FieldError> Missing(Idea idea, GateOutcome outcome, string? track)
    {
        if (!outcome.NeedsEvidence) return [];
        var missing = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(idea.PublicTitle)) missing.Add(new("PublicTitle", "Rubrik: skriv en kort rubrik."));
        if (string.IsNullOrWhiteSpace(idea.PublicText)) missing.Add(new("PublicText", "Text som alla får läsa: fyll i."));
        if (string.IsNullOrWhiteSpace(idea.NeedSentence)) missing.Add(new("NeedSentence", "Vem har vilket behov? Skriv en mening."));
        if (string.IsNullOrWhiteSpace(idea.Area)) missing.Add(new("Area", "Område: välj vad idén handlar om."));
        if (idea.UnitId is null) missing.Add(new("Unit", "Enhet: välj vem som ansvarar."));
        if ((outcome.SetsTrack ?? track ?? idea.Track) is null) missing.Add(new("Track", "Spår: välj hur stor idén är."));
        return missing;
    }
}
