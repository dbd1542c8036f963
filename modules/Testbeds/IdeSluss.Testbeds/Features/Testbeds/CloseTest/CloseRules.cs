using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.LogTest;

namespace IdeSluss.Testbeds.Features.Testbeds.CloseTest;

/// <summary>The result of a test, as it is typed.</summary>
internal sealed class ResultInput
{
    public TrialVerdict? Verdict { get; set; }
    public TrialRecommendation? Recommendation { get; set; }
    public string? Why { get; set; }
    public string? Equality { get; set; }
    public string? StaffView { get; set; }
    public string? Tried { get; set; }
    public string? Went { get; set; }
    public string? Learnt { get; set; }
    public string? Otherwise { get; set; }
}

/// <summary>A test is closed with a result or not at all (<c>domain.md</c> 2.4). Track Liten has three questions.</summary>
internal static class CloseRules
{
    /// <summary>As long as the lesson's form takes.</summary>
    public const int LongestLesson = 1_000;

    /// <summary>What is missing in what was typed.</summary>
    /// <param name="pointsOut">What in a text points out a person.</param>
    public static IEnumerable<FieldError> Check(ResultInput input, string? track, Func<string, IReadOnlyList<Text>> pointsOut)
    {
        var small = track == Tracks.Small;
        if (input.Verdict is null || !Enum.IsDefined(input.Verdict.Value)) yield return new("verdict", "Vad visade testet: välj ett alternativ.");
        if (input.Recommendation is null || !Enum.IsDefined(input.Recommendation.Value)) yield return new("recommendation", "Vad rekommenderar ni: välj ett alternativ.");
        foreach (var (field, label, text) in new[] { ("why", "Varför", input.Why), ("equality", "Kvinnor och män", input.Equality), ("staffView", "Personalen", input.StaffView) })
        {
            if (!small && string.IsNullOrWhiteSpace(text)) yield return Empty(field, label);
            if (text?.Trim().Length > Trial.LongestText) yield return LogRules.TooLong(field, label, Trial.LongestText);
        }

        foreach (var (field, label, text, needed) in new[] { ("tried", "Vad provade vi", input.Tried, !small), ("went", "Hur gick det", input.Went, true), ("learnt", "Vad lärde vi oss", input.Learnt, !small), ("otherwise", "Vad skulle vi göra annorlunda", input.Otherwise, !small) })
        {
            if (needed && string.IsNullOrWhiteSpace(text)) yield return Empty(field, label);
            if (text?.Trim().Length > LongestLesson) yield return LogRules.TooLong(field, label, LongestLesson);
            foreach (var found in pointsOut(text ?? "")) yield return new(field, new Text("{0}: texten verkar innehålla {1}. Alla får läsa den, så ta bort det.", new Text(label), found));
        }
    }

    /// <summary>What must be done before: every measure of the plan has a value after, and no deviation is open.</summary>
    public static IEnumerable<FieldError> Missing(IEnumerable<TrialMeasure> measures, IEnumerable<TrialLogEntry> log)
    {
        foreach (var measure in measures.Where(one => one.MeasuredAt is null)) yield return new("measures", new Text("Resultat: {0} är inte mätt efter testet.", measure.Name));
        var open = log.Count(one => one is { Kind: TrialLogKind.Deviation, ClearedAt: null });
        if (open > 0) yield return new("deviations", open == 1 ? "Logg: en händelse är inte utredd." : new Text("Logg: {0} händelser är inte utredda.", open));
    }

    private static FieldError Empty(string field, string label) => new(field, new Text("{0}: fyll i.", new Text(label)));
}
