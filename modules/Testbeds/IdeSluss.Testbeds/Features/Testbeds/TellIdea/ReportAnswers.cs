using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.TellIdea;

/// <summary>What the log and the result already say, as answers to the case's own forms. Pure. What nobody has written here is left for people to answer there.</summary>
internal static class ReportAnswers
{
    private const int LongestEvent = 500;

    /// <summary>A group smaller than this is not divided by age.</summary>
    private const int SmallestGroup = 5;

    /// <returns>Form → answers as JSON.</returns>
    public static IReadOnlyDictionary<string, string> Of(Trial trial, TrialResult result, IReadOnlyList<TrialMeasure> measures, IReadOnlyList<TrialLogEntry> log, IReadOnlyList<Participant> people) =>
        trial.Track == Tracks.Small
            ? new Dictionary<string, string> { [FormKeys.SmallTest] = Given(("resultat", result.Went)).ToJsonString() }
            : new Dictionary<string, string> { [FormKeys.TestReport] = Report(result, measures, log, people).ToJsonString(), [FormKeys.Lesson] = Lesson(result).ToJsonString() };

    private static JsonObject Lesson(TrialResult result) => Given(("provade", result.Tried), ("gick", result.Went), ("larde", result.Learnt), ("annorlunda", result.Otherwise));

    private static JsonObject Report(TrialResult result, IReadOnlyList<TrialMeasure> measures, IReadOnlyList<TrialLogEntry> log, IReadOnlyList<Participant> people)
    {
        var deviations = log.Where(one => one.Kind == TrialLogKind.Deviation).ToList();
        var ease = log.Where(one => one is { Kind: TrialLogKind.Usability, Value: not null }).Select(one => one.Value!.Value).ToList();
        var costs = log.Where(one => one is { Kind: TrialLogKind.Cost, Value: not null }).Select(one => one.Value!.Value).ToList();
        var answers = Given(
            ("personalen", result.StaffView), ("jamstalldhet", result.Equality), ("darfor", result.Why), ("rekommendation", Recommendation(result.Recommendation)), ("avvikelser", deviations.Count > 0 ? "ja" : "nej"),
            ("tillganglighet", Cut(string.Join('\n', log.Where(one => one.Kind == TrialLogKind.Accessibility).Select(one => one.Reference is { } clause ? $"{one.Text} ({clause})" : one.Text)), Trial.LongestText)),
            ("latthet", ease.Count > 0 ? Text(Math.Round(ease.Average(), 1)) : null), ("kostnad", costs.Count > 0 ? Text(costs.Sum()) : null), ("kostnad-per", costs.Count > 0 ? "hela testet" : null));
        Rows(answers, "resultat", measures.Where(one => one.Result is not null).Select(one => Given(("matt", one.Name), ("resultat", Text(one.Result!.Value)), ("n", one.Count?.ToString(CultureInfo.InvariantCulture)), ("osakerhet", one.Uncertainty), ("kalla", one.Source))));
        Rows(answers, "handelser", deviations.Select(one => Given(("vad", Cut(one.Text, LongestEvent)), ("nummer", one.Reference), ("atgard", Cut(one.Action, LongestEvent)), ("klar", one.ClearedAt is null ? "nej" : "ja"))));
        Rows(answers, "deltagare", people.GroupBy(one => one.Group).OrderBy(group => group.Key).SelectMany(ByAge));
        return answers;
    }

    /// <summary>By age only where no age has so few that they could be recognised.</summary>
    private static IEnumerable<JsonObject> ByAge(IGrouping<ParticipantGroup, Participant> group)
    {
        var ages = group.GroupBy(one => one.Age).OrderBy(age => age.Key).ToList();
        return ages.TrueForAll(age => age.Count() >= SmallestGroup) ? ages.Select(age => Counted(group.Key, Age(age.Key), [.. age])) : [Counted(group.Key, Age(AgeBand.Unknown), [.. group])];
    }

    private static JsonObject Counted(ParticipantGroup group, string age, IReadOnlyList<Participant> people) => Given(
        ("grupp", group switch { ParticipantGroup.Women => "kvinnor", ParticipantGroup.Men => "man", _ => "annat" }), ("alder", age), ("borjade", Text(people.Count)),
        ("fullfoljde", Text(people.Count(one => one.WithdrawnOn is null))), ("slutade", Text(people.Count(one => one.WithdrawnOn is not null))));

    private static string Age(AgeBand age) => age switch
    {
        AgeBand.Under18 => "0-17",
        AgeBand.From18To64 => "18-64",
        AgeBand.From65To79 => "65-79",
        AgeBand.From80 => "80",
        _ => "okand",
    };

    private static string Recommendation(TrialRecommendation recommendation) => recommendation switch
    {
        TrialRecommendation.Stop => "avsluta",
        TrialRecommendation.Retest => "testa-igen",
        _ => "ga-vidare",
    };

    private static void Rows(JsonObject answers, string field, IEnumerable<JsonObject> rows)
    {
        if (new JsonArray([.. rows]) is { Count: > 0 } some) answers[field] = some;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..(most - 1)] + "…" : text;

    private static JsonObject Given(params IEnumerable<(string Key, string? Value)> facts) =>
        new(facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value)));
}
