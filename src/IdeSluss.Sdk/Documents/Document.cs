namespace IdeSluss.Sdk.Documents;

/// <summary>A text for paper and PDF: what it says and what each part is, never how it looks. Everything in it is already in the reader's language.</summary>
/// <param name="Title">Read first, shown in the window's title and as the one heading of level 1.</param>
/// <param name="Language">As in HTML: <c>sv</c>, <c>en</c>. A part in another language says so itself.</param>
/// <param name="Parts">In reading order.</param>
/// <example><code>
/// var paper = new Document(texts["Intyg"].Value, "sv",
/// [
///     new Paragraph(name, ParagraphStyle.Lead),
///     new KeyValues([new(texts["Kurs"].Value, course), new(texts["Giltigt till"].Value, "2027-11-26")]),
///     new Link(texts["Kontrollera intyget"].Value, address),
///     new SignatureLines([texts["Kursledare"].Value]),
/// ]) { Sender = "Piteå kommun", Reference = number };
/// return new PdfAnswer(paper, "intyg.pdf");
/// </code></example>
public sealed record Document(string Title, string Language, IReadOnlyList<DocumentPart> Parts)
{
    /// <summary>Whose paper it is, for example the municipality; above the title and in the file's properties.</summary>
    public string? Sender { get; init; }

    /// <summary>A case number or the like, at the foot of each page.</summary>
    public string? Reference { get; init; }

    /// <summary>The title in somebody's own words, in their language, when it is another than the document's.</summary>
    public string? TitleLanguage { get; init; }
}

/// <summary>One part of a <see cref="Document"/>.</summary>
public abstract record DocumentPart
{
    /// <summary>Language of the words, when it is another than the document's.</summary>
    public string? Language { get; init; }
}

/// <param name="Level">2 to 4: the title is 1. A level may not be skipped on the way down.</param>
/// <param name="Text">Becomes a bookmark too.</param>
public sealed record Heading(int Level, string Text) : DocumentPart;

/// <param name="Text">Line breaks are kept.</param>
public sealed record Paragraph(string Text, ParagraphStyle Style = ParagraphStyle.Normal) : DocumentPart;

public enum ParagraphStyle
{
    Normal,

    /// <summary>Larger: what the whole document says in a sentence.</summary>
    Lead,

    Strong,

    /// <summary>Smaller: help and fine print.</summary>
    Small,
}

public sealed record ItemList(IReadOnlyList<string> Items, ItemMarks Marks = ItemMarks.Bullets) : DocumentPart;

public enum ItemMarks
{
    Bullets,
    Numbers,

    /// <summary>Empty squares, to tick with a pen.</summary>
    Boxes,
}

/// <summary>Each row has as many cells as there are columns; an empty text is an empty cell.</summary>
/// <param name="Caption">What the table shows.</param>
public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentPart;

/// <summary>Facts with their names: a table whose first column names the rows.</summary>
public sealed record KeyValues(IReadOnlyList<KeyValue> Items) : DocumentPart;

/// <param name="ValueLanguage">Language of the value, when it is another than the document's.</param>
public sealed record KeyValue(string Name, string Value, string? ValueLanguage = null);

/// <param name="Text">Tells where the link leads. The address is written out after it, for paper.</param>
/// <param name="Address">Absolute, http or https.</param>
public sealed record Link(string Text, string Address) : DocumentPart;

/// <summary>Lines to write on with a pen.</summary>
/// <param name="Lines">1 to 40.</param>
public sealed record AnswerSpace(int Lines) : DocumentPart;

/// <summary>A line to sign on for each, with what stands below it.</summary>
public sealed record SignatureLines(IReadOnlyList<string> Signers) : DocumentPart;

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : DocumentPart;
