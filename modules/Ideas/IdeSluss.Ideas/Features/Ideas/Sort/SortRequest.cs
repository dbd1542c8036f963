using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

/// <summary>What the sorting screen posts: the facts of the case, the sorting form and, when one decides, the decision.</summary>
internal sealed record SortRequest
{
    public required string CaseNumber { get; init; }

    /// <summary>The version that the coach saw.</summary>
    public int Version { get; init; }
    public string? PublicTitle { get; init; }
    public string? PublicText { get; init; }
    public string? NeedSentence { get; init; }
    public string? Area { get; init; }
    public Guid? Unit { get; init; }
    public string? Language { get; init; }
    public string? Track { get; init; }
    public Answers Sorting { get; init; } = Answers.Empty;

    /// <summary>Null saves without deciding.</summary>
    public SortDecision? Decision { get; init; }

    public SortRequest Normalised() => this with
    {
        PublicTitle = SubmittedText.Line(PublicTitle),
        PublicText = SubmittedText.Lines(PublicText) is { Length: > 0 } text ? text : null,
        NeedSentence = SubmittedText.Line(NeedSentence),
        Area = SubmittedText.Line(Area),
        Language = SubmittedText.Line(Language),
        Track = SubmittedText.Line(Track),
    };

    /// <summary>Wrong values; gaps are no errors until a decision needs them.</summary>
    public IEnumerable<FieldError> Check(IReadOnlyList<UnitInfo> units)
    {
        if (PublicTitle?.Length > SortingFacts.MostTitle) yield return new(nameof(PublicTitle), new Text("Rubrik: högst {0} tecken.", SortingFacts.MostTitle));
        if (PublicText?.Length > SortingFacts.MostText) yield return new(nameof(PublicText), new Text("Text som alla får läsa: högst {0} tecken.", SortingFacts.MostText));
        if (NeedSentence?.Length > SortingFacts.MostSentence) yield return new(nameof(NeedSentence), new Text("Vem har vilket behov? Högst {0} tecken.", SortingFacts.MostSentence));
        if (Area is not null && !IdeaAreas.Exists(Area)) yield return new(nameof(Area), "Område: välj ett i listan.");
        if (Unit is { } unit && units.All(one => one.Id != unit)) yield return new(nameof(Unit), "Enhet: välj en i listan.");
        if (Language is not null && !TextLanguages.Exists(Language)) yield return new(nameof(Language), "Språk: välj ett i listan.");
    }

    public void ApplyTo(Idea idea)
    {
        idea.PublicTitle = PublicTitle;
        idea.PublicText = PublicText;
        idea.NeedSentence = NeedSentence;
        idea.Area = Area;
        idea.UnitId = Unit;
        if (Language is not null) idea.Language = Language;
        if (Track is not null) idea.Track = Track;
    }
}

internal sealed record SortDecision(
    string Outcome, string? Reason, string? Reply, bool Impartial, string? CloseReason = null, string? RedirectTarget = null, string? MergeInto = null, string? Question = null);
