using Ganss.Xss;
using IdeSluss.Sdk.Results;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace IdeSluss.Training.Features.Training.Lessons;

/// <summary>
/// Lessons are Markdown without markup of their own: a course may be written by anyone who looks after it, and is read by everyone. What is shown has gone through a list of allowed elements as well,
/// so that a fault in one of the two lets nothing out.
/// </summary>
internal static class LessonText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly HtmlSanitizer Sanitizer = Strict(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr" },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "class", "start" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto },
        AllowedClasses = new HashSet<string>(StringComparer.Ordinal) { "ds-heading", "ds-link" },
    });

    /// <summary>Headings come below the page's own. A table, a picture or anything else that is not allowed shows as its text.</summary>
    public static IHtmlContent Render(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page has its heading already; a lesson that begins with one of the first level goes below it.
            heading.Level = Math.Clamp(heading.Level, 2, 6);
            heading.GetAttributes().AddClass("ds-heading");
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !link.IsImage)) link.GetAttributes().AddClass("ds-link");
        foreach (var link in document.Descendants<AutolinkInline>()) link.GetAttributes().AddClass("ds-link");
        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    /// <summary>A link that the writer would be told about is shown as its text.</summary>
    private static HtmlSanitizer Strict(HtmlSanitizerOptions options)
    {
        var sanitizer = new HtmlSanitizer(options);
        sanitizer.FilterUrl += (_, link) =>
        {
            if (!MayLinkTo(link.OriginalUrl)) link.SanitizedUrl = null;
        };
        return sanitizer;
    }

    /// <summary>What the writer should mend: it would not be shown.</summary>
    public static IEnumerable<Text> Faults(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage) yield return new("Bilden {0}: lägg bilder som material i stället, med en text om vad de visar.", Shown(link.Url));
            else if (!MayLinkTo(link.Url)) yield return new("Länken {0}: den måste börja med https://, http://, mailto: eller / (en sida här).", Shown(link.Url));
            else if (link.FirstChild is null) yield return new("Länken {0}: den saknar text. Skriv [texten](adressen).", Shown(link.Url));
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayLinkTo(link.Url))) yield return new("Länken {0}: den måste börja med https://, http://, mailto: eller / (en sida här).", Shown(link.Url));
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<script", StringComparison.OrdinalIgnoreCase)) yield return new("HTML går inte att använda. Skriv med Markdown: ## för rubrik, - för lista, **fet**.");
        foreach (var level in document.Descendants<HeadingBlock>().Zip(document.Descendants<HeadingBlock>().Skip(1)).Where(pair => pair.Second.Level > pair.First.Level + 1).Select(pair => pair.Second.Level).Take(1))
            yield return new("Rubriker: en rubrik av nivå {0} står direkt under en två nivåer högre. Hoppa inte över en nivå.", level);
    }

    private static bool MayLinkTo(string? address) =>
        address is ['/', not '/' and not '\\', ..] or "/" or ['#', ..]
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto));

    private static string Shown(string? address) => address is { Length: > 60 } ? address[..60] + "…" : address ?? "";
}
