namespace IdeSluss.Sdk.Files;

/// <summary>What a place takes in. Several together: <c>FileKinds.Picture | FileKinds.Pdf</c>.</summary>
[Flags]
public enum FileKinds
{
    None = 0,

    /// <summary>JPEG, PNG, WebP. Made anew: turned the right way, without what the camera wrote (place, time, owner), at most 1 600 pixels wide, with a small one beside it.</summary>
    Picture = 1,

    Pdf = 2,

    /// <summary>Word (.docx) and OpenDocument text.</summary>
    Document = 4,

    /// <summary>Excel (.xlsx) and OpenDocument spreadsheet.</summary>
    Spreadsheet = 8,

    /// <summary>PowerPoint (.pptx) and OpenDocument presentation.</summary>
    Presentation = 16,

    /// <summary>UTF-8 text; what sort of text it is cannot be seen inside it, so the rules and then the name say it.</summary>
    Text = 32,

    Csv = 64,

    Markdown = 128,

    Office = Document | Spreadsheet | Presentation,
}

/// <summary>A format that is recognised by what is inside the file, never by its name or by what the browser says.</summary>
/// <param name="Name">As people say it, the same in all languages: <c>JPEG</c>, <c>Word</c>.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Extensions">With the dot; the first is given to a file whose name has none of them.</param>
public sealed record FileFormat(string Name, FileKinds Kind, string ContentType, params IReadOnlyList<string> Extensions)
{
    private const string Ooxml = "application/vnd.openxmlformats-officedocument.";
    private const string Odf = "application/vnd.oasis.opendocument.";

    public static FileFormat Jpeg { get; } = new("JPEG", FileKinds.Picture, "image/jpeg", ".jpg", ".jpeg");
    public static FileFormat Png { get; } = new("PNG", FileKinds.Picture, "image/png", ".png");
    public static FileFormat WebP { get; } = new("WebP", FileKinds.Picture, "image/webp", ".webp");
    public static FileFormat Pdf { get; } = new("PDF", FileKinds.Pdf, "application/pdf", ".pdf");
    public static FileFormat Word { get; } = new("Word", FileKinds.Document, Ooxml + "wordprocessingml.document", ".docx");
    public static FileFormat Excel { get; } = new("Excel", FileKinds.Spreadsheet, Ooxml + "spreadsheetml.sheet", ".xlsx");
    public static FileFormat PowerPoint { get; } = new("PowerPoint", FileKinds.Presentation, Ooxml + "presentationml.presentation", ".pptx");
    public static FileFormat OdfText { get; } = new("OpenDocument", FileKinds.Document, Odf + "text", ".odt");
    public static FileFormat OdfSpreadsheet { get; } = new("OpenDocument", FileKinds.Spreadsheet, Odf + "spreadsheet", ".ods");
    public static FileFormat OdfPresentation { get; } = new("OpenDocument", FileKinds.Presentation, Odf + "presentation", ".odp");
    public static FileFormat Text { get; } = new("text (.txt)", FileKinds.Text, "text/plain", ".txt");
    public static FileFormat Csv { get; } = new("CSV", FileKinds.Csv, "text/csv", ".csv");
    public static FileFormat Markdown { get; } = new("Markdown", FileKinds.Markdown, "text/markdown", ".md");

    public static IReadOnlyList<FileFormat> All { get; } =
        [Jpeg, Png, WebP, Pdf, Word, Excel, PowerPoint, OdfText, OdfSpreadsheet, OdfPresentation, Text, Csv, Markdown];

    public bool IsPicture => Kind == FileKinds.Picture;
}
