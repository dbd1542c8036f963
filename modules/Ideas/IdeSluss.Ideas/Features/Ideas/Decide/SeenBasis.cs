using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>
/// What a decision rests on beside the case itself: forms, consultations, receiver and advice, each as it was when the decider opened the case. Goes to the decider with
/// the page (or the ETag) and comes back with the decision, so that nobody decides on something else than they have read.
/// </summary>
/// <param name="Parts">Form key, or one of the names below → its version.</param>
internal sealed record SeenBasis(IReadOnlyDictionary<string, string> Parts)
{
    public const string Consultations = "svar-samrad";
    public const string Receiver = "svar-mottagare";
    public const string Advice = "svar-rad";

    /// <summary>Only what there is: a case without any of it has an empty basis.</summary>
    public static SeenBasis Of(IEnumerable<EvidenceAnswer> evidence, CaseFacts facts)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in evidence) parts[form.Form] = form.Version.ToString(CultureInfo.InvariantCulture);
        // A reminder changes nothing that one decides on.
        if (facts.Consultations.Count > 0) parts[Consultations] = Mark(facts.Consultations.Select(one => $"{one.Id} {one.Status}"));
        if (facts.Receiver is { } receiver) parts[Receiver] = Mark([$"{receiver.Id} {receiver.Status}"]);
        if (facts.Advice.Count > 0) parts[Advice] = Mark(facts.Advice.Select(one => $"{one.Id}"));
        return new(parts);
    }

    /// <summary>Null when it is not one of ours.</summary>
    public static SeenBasis? Parse(string? text)
    {
        if (text is null) return null;
        var pairs = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToList();
        return pairs.TrueForAll(pair => pair is [{ Length: > 0 }, { Length: > 0 }]) && pairs.DistinctBy(pair => pair[0]).Count() == pairs.Count
            ? new(pairs.ToDictionary(pair => pair[0], pair => pair[1]))
            : null;
    }

    /// <summary>Nobody decides on other evidence than they have opened. What comes with the decision itself needs no opening.</summary>
    public static Problem? Check(GateDecision request, GateOutcome outcome, SeenBasis now, IFormRegistry forms)
    {
        if (Parse(request.Seen) is null)
            return outcome.NeedsEvidence && now.Parts.Keys.Except(request.Evidence.Keys).Any()
                ? Problem.Invalid(new FieldError("Seen", "Läs ärendets underlag först. Skicka hela ETag från GET …/gate i If-Match."))
                : null;
        return Changes(request, now, forms) is [_, ..] changed
            ? Problem.Stale() with { Message = "Underlaget har ändrats sedan du öppnade ärendet. Läs det nya och besluta igen.", Errors = changed }
            : null;
    }

    /// <summary>What is other than when the decider opened the case; empty when they do not say what they saw.</summary>
    public static IReadOnlyList<FieldError> Changes(GateDecision request, SeenBasis now, IFormRegistry forms) =>
        Parse(request.Seen)?.ChangedUntil(now, key => forms.Current(key)?.Title ?? key) ?? [];

    /// <summary>Short enough for a header: <c>behovsbild=2;samrad=1f0c93ab</c>.</summary>
    public override string ToString() => string.Join(';', Parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}"));

    /// <summary>What is other than it was, one entry for each.</summary>
    /// <param name="now">The basis as it is.</param>
    /// <param name="formTitle">Title of a form by its key.</param>
    public IReadOnlyList<FieldError> ChangedUntil(SeenBasis now, Func<string, string> formTitle) =>
    [
        .. Parts.Keys.Union(now.Parts.Keys).Order(StringComparer.Ordinal)
            .Where(key => Parts.GetValueOrDefault(key) != now.Parts.GetValueOrDefault(key))
            .Select(key => new FieldError(key, new Text("{0}: ändrat sedan du öppnade ärendet.", new Text(TitleOf(key, formTitle))))),
    ];

    private static string TitleOf(string key, Func<string, string> formTitle) => key switch
    {
        Consultations => "Samråd",
        Receiver => "Mottagare",
        Advice => "Råd inför beslutet",
        _ => formTitle(key),
    };

    private static string Mark(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 4));
}
