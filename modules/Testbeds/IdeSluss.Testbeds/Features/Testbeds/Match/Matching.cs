using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.Match;

/// <summary>What somebody needs of a place to try something in. Empty and null ask for nothing.</summary>
/// <param name="Readiness">Level of the technical readiness scale, 1 to 9.</param>
/// <param name="Persons">How many take part at once.</param>
/// <param name="FromOutside">The one who asks is not the municipality.</param>
internal sealed record NeedProfile(
    IReadOnlyList<string> Capabilities, IReadOnlyList<string> TargetGroups, IReadOnlyList<string> Needs, IReadOnlyList<string> Accessibility, TestbedKind? Kind = null, int? Readiness = null, int? Persons = null, bool FromOutside = false)
{
    public bool IsEmpty => Capabilities.Count == 0 && TargetGroups.Count == 0 && Needs.Count == 0 && Accessibility.Count == 0 && Kind is null && Readiness is null && Persons is null;
}

/// <param name="Fits">Why it is suggested.</param>
/// <param name="Lacks">What to think of: what is not there, or what nobody knows.</param>
internal sealed record Suggestion(Testbed Testbed, int Score, IReadOnlyList<Text> Fits, IReadOnlyList<Text> Lacks);

/// <summary>
/// Which test beds fit a need, and why. Each thing asked for gives points by how much it decides: what can be tried there before for whom, before how it is to get in. Pure,
/// and the order depends on nothing but need and test beds.
/// </summary>
internal static class Matching
{
    private const int ForCapability = 5;
    private const int ForTargetGroup = 3;
    private const int ForNeed = 2;
    private const int ForAccessibility = 2;
    private const int ForKind = 2;
    private const int ForReadiness = 3;
    private const int ForPersons = 1;
    private const int ForReady = 1;

    public static IReadOnlyList<Suggestion> Suggest(IEnumerable<Testbed> testbeds, NeedProfile need, Taxonomy taxonomy, int most) =>
    [
        .. testbeds.Where(testbed => MayUse(testbed, need) && CanTry(testbed, need)).Select(testbed => Judge(testbed, need, taxonomy)).Where(suggestion => suggestion.Fits.Count > 0)
            .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Testbed.Name, StringComparer.Ordinal).ThenBy(suggestion => suggestion.Testbed.Slug, StringComparer.Ordinal)
            .Take(most),
    ];

    private static bool MayUse(Testbed testbed, NeedProfile need) => !need.FromOutside || testbed.Access != TestbedAccess.Internal;

    /// <summary>A place where none of it can be tried is no suggestion, however well the rest fits.</summary>
    private static bool CanTry(Testbed testbed, NeedProfile need) => need.Capabilities.Count == 0 || need.Capabilities.Any(testbed.Capabilities.Contains);

    private static Suggestion Judge(Testbed testbed, NeedProfile need, Taxonomy taxonomy)
    {
        var (score, fits, lacks) = (0, new List<Text>(), new List<Text>());
        Weigh(TermKind.Capability, need.Capabilities, testbed.Capabilities, ForCapability, "Går att prova: {0}", "Går inte att prova: {0}");
        Weigh(TermKind.TargetGroup, need.TargetGroups, testbed.TargetGroups, ForTargetGroup, "Målgrupp: {0}", "Inte för målgruppen: {0}");
        Weigh(TermKind.Need, need.Needs, testbed.Needs, ForNeed, "Van vid behovet: {0}", "Inget sagt om behovet: {0}");
        Weigh(TermKind.Accessibility, [.. need.Accessibility.Where(item => !testbed.AccessibilityNo.Contains(item))], testbed.AccessibilityYes, ForAccessibility, "Finns på platsen: {0}", "Ingen vet om det finns: {0}");
        Weigh(TermKind.Accessibility, [.. need.Accessibility.Where(testbed.AccessibilityNo.Contains)], [], 0, "", "Finns inte på platsen: {0}");
        if (need.Kind is { } kind) Say(testbed.Kind == kind, ForKind, new("Slag av miljö: {0}", new Text(TestbedWords.Of(testbed.Kind))), new("Annat slag av miljö: {0}", new Text(TestbedWords.Of(testbed.Kind))));
        if (need.Readiness is { } level)
        {
            var (from, to) = (testbed.MaturityFrom ?? 1, testbed.MaturityTo ?? EditTestbed.TestbedRules.HighestReadiness);
            Say(level >= from && level <= to, ForReadiness, new("Tar emot mognad {0}–{1}", from, to), new("Tar emot mognad {0}–{1}, inte {2}", from, to, level));
        }

        if (need.Persons is { } persons)
        {
            if (testbed.Persons is { } room) Say(room >= persons, ForPersons, new("Plats för {0} personer", room), new("Plats för bara {0} personer", room));
            else lacks.Add("Inget sagt om hur många som får plats");
        }

        if (testbed.Status == TestbedStatus.Active) score += ForReady;
        else lacks.Add(new Text("Läge: {0}", new Text(TestbedWords.Of(testbed.Status))));
        return new(testbed, score, fits, lacks);

        void Weigh(TermKind list, IReadOnlyList<string> asked, string[] there, int points, string fit, string lack)
        {
            foreach (var term in taxonomy.Of(list, asked)) Say(there.Contains(term.Code), points, new(fit, new Text(term.Name)), new(lack, new Text(term.Name)));
        }

        void Say(bool fulfilled, int points, Text fit, Text lack)
        {
            if (fulfilled) score += points;
            (fulfilled ? fits : lacks).Add(fulfilled ? fit : lack);
        }
    }
}
