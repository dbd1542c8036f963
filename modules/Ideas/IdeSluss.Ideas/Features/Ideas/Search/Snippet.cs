using IdeSluss.Ideas.Swedish;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>A place in a text that answers to what was searched for.</summary>
internal readonly record struct TextMark(int Start, int Length);

/// <summary>The part of a text in which most of what was searched for stands, with the places. Plain text: whoever shows it encodes it and draws the marks.</summary>
internal sealed record Snippet(string Text, IReadOnlyList<TextMark> Marks)
{
    private const int LeadIn = 40;

    public static Snippet Of(string text, WordMatch match, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var marks = MarksIn(line, match);
        if (line.Length <= length) return new(line, marks);
        var start = WordStart(line, Math.Max(0, Best(marks, length) - LeadIn));
        var end = Math.Min(line.Length, start + length);
        if (end < line.Length && line.LastIndexOf(' ', end - 1, Math.Min(LeadIn, end - start)) is > 0 and var word) end = word;
        var before = start > 0 ? "… " : "";
        return new(
            before + line[start..end] + (end < line.Length ? " …" : ""),
            [.. marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end).Select(mark => mark with { Start = mark.Start - start + before.Length })]);
    }

    /// <summary>Whole words, also those that have what is searched for as a part of a compound.</summary>
    public static IReadOnlyList<TextMark> MarksIn(string text, WordMatch match) =>
        [.. WordTokens.In(text).Where(match.Answers).Select(token => new TextMark(token.Start, token.Length))];

    /// <summary>Where the window begins that holds most marks; the first of equals.</summary>
    private static int Best(IReadOnlyList<TextMark> marks, int length)
    {
        var (best, most) = (marks.Count > 0 ? marks[0].Start : 0, 0);
        for (int first = 0, last = 0; first < marks.Count; first++)
        {
            while (last < marks.Count && marks[last].Start + marks[last].Length <= marks[first].Start + length - LeadIn) last++;
            if (last - first > most) (best, most) = (marks[first].Start, last - first);
        }

        return best;
    }

    private static int WordStart(string text, int at) => at == 0 ? 0 : text.IndexOf(' ', at) is >= 0 and var space && space - at < LeadIn ? space + 1 : at;
}

internal static class MarkedText
{
    /// <summary>The text with its marks, encoded.</summary>
    public static IHtmlContent Marked(this string text, IReadOnlyList<TextMark> marks)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var mark in marks)
        {
            var word = new TagBuilder("mark");
            word.InnerHtml.Append(text.Substring(mark.Start, mark.Length));
            html.Append(text[at..mark.Start]).AppendHtml(word);
            at = mark.Start + mark.Length;
        }

        return html.Append(text[at..]);
    }
}
