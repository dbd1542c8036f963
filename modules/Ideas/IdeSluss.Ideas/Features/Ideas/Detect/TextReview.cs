using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>
/// What rules find in a text before a person reads it: hints for the writer and the coach, places that may need masking, and where the matter may belong.
/// Everything here is a suggestion; nothing is changed, hidden or decided by it. Linear in the length of the text, whatever it holds.
/// </summary>
/// <param name="SuggestedRedirect">Code of a redirect target, or null when it looks like an idea.</param>
/// <param name="Language">BCP 47, or <c>und</c> when nothing tells.</param>
/// <example><code>
/// var review = TextReview.Of(idea.OriginalText);
/// var suggestion = review.Masked(idea.OriginalText);   // the coach sees it beside the original, and decides
/// </code></example>
internal sealed record TextReview(SensitiveHints Hints, IReadOnlyList<MaskingSuggestion> Spans, string? SuggestedRedirect, string Language)
{
    public static TextReview Of(string text)
    {
        var numbers = NumberRules.Find(text);
        var names = NameRules.Find(text);
        var health = HealthRules.Find(text, names);
        var spans = MaskingSuggestion.WithoutOverlap([.. numbers, .. names, .. health]);
        var words = text.ToLowerInvariant();
        var hints = spans.Aggregate(SensitiveHints.None, (all, span) => all | span.Kind);
        if (MatterRules.IsIrregularity(words)) hints |= SensitiveHints.Irregularity;
        if (MatterRules.IsThreat(words)) hints |= SensitiveHints.Threat;
        if (MatterRules.HasSeveral(words)) hints |= SensitiveHints.SeveralMatters;
        var language = LanguageRules.Detect(words);
        if (TextLanguages.NeedsReader(language)) hints |= SensitiveHints.OtherLanguage;
        return new TextReview(hints, spans, RedirectRules.Suggest(words, hints), language);
    }

    /// <summary>The text with every suggestion taken: a starting point for the coach's public text.</summary>
    public string Masked(string text)
    {
        var masked = new System.Text.StringBuilder(text.Length);
        var from = 0;
        foreach (var span in Spans)
        {
            masked.Append(text, from, span.Start - from).Append(span.Replacement);
            from = span.Start + span.Length;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }
}

/// <summary>A place in the original text that a coach may want to mask. Ordered by place and never overlapping.</summary>
/// <param name="Replacement">What to write instead, Swedish like the text: <c>[namn]</c>.</param>
internal sealed record MaskingSuggestion(int Start, int Length, SensitiveHints Kind, string Replacement)
{
    /// <summary>Where two meet, the one that starts first stays, and of those the longer.</summary>
    public static IReadOnlyList<MaskingSuggestion> WithoutOverlap(IEnumerable<MaskingSuggestion> found)
    {
        var kept = new List<MaskingSuggestion>();
        var end = 0;
        foreach (var span in found.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (span.Start < end) continue;
            kept.Add(span);
            end = span.Start + span.Length;
        }

        return kept;
    }
}
