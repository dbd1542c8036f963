namespace IdeSluss.Sdk.Documents;

/// <summary>
/// Makes a PDF that can be read aloud: every word tagged in reading order, title and language set, headings as bookmarks, tables with headers, fonts embedded (PDF/UA-1). Latin, Greek and Cyrillic
/// letters; a character that the font lacks becomes □.
/// </summary>
public interface IPdfWriter
{
    /// <exception cref="ArgumentException">The document breaks what its parts say of themselves, for instance a heading of level 1 or a row with too few cells.</exception>
    byte[] Write(Document document);
}
