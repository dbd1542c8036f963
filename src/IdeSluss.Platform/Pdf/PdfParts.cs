using System.Globalization;
using IdeSluss.Sdk.Documents;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace IdeSluss.Platform.Pdf;

/// <summary>Each kind of part with its tags.</summary>
internal sealed class PdfParts(PdfFlow flow, PdfDocument pdf, string documentLanguage)
{
    private readonly Stack<(int Level, PdfOutline Outline)> bookmarks = new();

    public void Title(Document document)
    {
        if (document.Sender is { } sender) Text(PdfBlockLevelElementTag.Paragraph, sender, PdfLook.Small, null);
        Bookmark(1, document.Title);
        Text(PdfBlockLevelElementTag.Heading1, document.Title, PdfLook.Title, document.TitleLanguage);
    }

    public void Write(DocumentPart part)
    {
        switch (part)
        {
            case Heading heading: Write(heading); break;
            case Paragraph paragraph: Text(PdfBlockLevelElementTag.Paragraph, paragraph.Text, Look(paragraph.Style), paragraph.Language); break;
            case ItemList list: Write(list); break;
            case Table table: Tables().Write(table); break;
            case KeyValues facts: Tables().Write(facts); break;
            case Link link: Write(link); break;
            case AnswerSpace space: Write(space); break;
            case SignatureLines lines: foreach (var signer in lines.Signers) Sign(signer); break;
            case PageBreak: if (!flow.IsFresh) flow.NewPage(); break;
            default: throw new ArgumentException($"{part.GetType().Name} is no part of a document.");
        }
    }

    private PdfTables Tables() => new(flow, documentLanguage);

    private static PdfLook Look(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Lead => PdfLook.Lead,
        ParagraphStyle.Strong => PdfLook.Strong,
        ParagraphStyle.Small => PdfLook.Small,
        _ => PdfLook.Body,
    };

    private void Write(Heading heading)
    {
        if (heading.Level is < 2 or > 4) throw new ArgumentException("A heading's level is 2, 3 or 4: the title is 1.");
        var look = PdfLook.Heading(heading.Level);
        flow.Space(heading.Level == 2 ? 12 : 6);
        // A heading stays with what it is about.
        flow.Need(look.Line + (3 * PdfLook.Body.Line));
        Bookmark(heading.Level, heading.Text);
        Text(heading.Level switch { 2 => PdfBlockLevelElementTag.Heading2, 3 => PdfBlockLevelElementTag.Heading3, _ => PdfBlockLevelElementTag.Heading4 }, heading.Text, look, heading.Language);
    }

    private void Text(PdfBlockLevelElementTag tag, string text, PdfLook look, string? language)
    {
        Begin(tag, language);
        flow.Write(text, look);
        flow.Tags.End();
        flow.Space(look.After);
    }

    private void Write(ItemList list)
    {
        const double Indent = 18;
        Begin(PdfBlockLevelElementTag.List, list.Language);
        foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
        {
            flow.Need(PdfLook.Body.Line);
            flow.Tags.BeginElement(PdfBlockLevelElementTag.ListItem);
            flow.Tags.BeginElement(PdfBlockLevelElementTag.Label);
            flow.WriteAt([list.Marks switch { ItemMarks.Numbers => (index + 1).ToString(CultureInfo.InvariantCulture) + ".", ItemMarks.Boxes => "☐", _ => "•" }], PdfLook.Body, PdfFlow.Left + 3, flow.Top);
            flow.Tags.End();
            flow.Tags.BeginElement(PdfBlockLevelElementTag.ListBody);
            flow.Write(item, PdfLook.Body, Indent);
            flow.Tags.End();
            flow.Tags.End();
            flow.Space(2);
        }

        flow.Tags.End();
        flow.Space(PdfLook.Body.After - 2);
    }

    private void Write(Link link)
    {
        if (!Uri.TryCreate(link.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) throw new ArgumentException("A link leads to a web address.");
        Text(PdfBlockLevelElementTag.Paragraph, link.Text, PdfLook.Body, link.Language);
        flow.Tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
        foreach (var line in PdfFlow.Wrap(link.Address, PdfLook.Body, flow.Width))
        {
            flow.Need(PdfLook.Body.Line);
            flow.Tags.BeginElement(PdfLinkAnnotation.CreateWebLink(flow.Area(PdfFlow.Left, flow.Top, PdfFlow.WidthOf(line, PdfLook.Body), PdfLook.Body.Line), link.Address), link.Text);
            flow.WriteAt([line], PdfLook.Body, PdfFlow.Left, flow.Top);
            flow.Tags.End();
            flow.Down(PdfLook.Body.Line);
        }

        flow.Tags.End();
        flow.Space(PdfLook.Body.After);
    }

    private void Write(AnswerSpace space)
    {
        foreach (var _ in Enumerable.Range(0, Math.Clamp(space.Lines, 1, 40)))
        {
            flow.Need(23);
            flow.Down(22);
            flow.Rule(PdfFlow.Left, flow.Width);
        }

        flow.Space(12);
    }

    private void Sign(string signer)
    {
        flow.Need(65);
        flow.Down(45);
        flow.Rule(PdfFlow.Left, 260);
        flow.Space(3);
        Text(PdfBlockLevelElementTag.Paragraph, signer, PdfLook.Small, null);
    }

    private void Bookmark(int level, string text)
    {
        while (bookmarks.TryPeek(out var last) && last.Level >= level) bookmarks.Pop();
        var outline = flow.Bookmark(text);
        (bookmarks.TryPeek(out var parent) ? parent.Outline.Outlines : pdf.Outlines).Add(outline);
        bookmarks.Push((level, outline));
    }

    private void Begin(PdfBlockLevelElementTag tag, string? language)
    {
        flow.Tags.BeginElement(tag);
        if (language is not null && language != documentLanguage) flow.Tags.SetLanguage(language);
    }
}
