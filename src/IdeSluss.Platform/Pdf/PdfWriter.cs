using IdeSluss.Sdk.Documents;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace IdeSluss.Platform.Pdf;

/// <summary>PDFsharp draws and tags; see the README of this folder for what we add.</summary>
internal sealed class PdfWriter(TimeProvider time) : IPdfWriter
{
    public byte[] Write(Document document)
    {
        // The foot says of how many pages each is one, and a page that has been left cannot be drawn on again: so the pages are counted first.
        var (_, pages) = Compose(document, pageCount: 0);
        return XmpUpdate.Append(Compose(document, pages).Bytes, document, time.GetUtcNow());
    }

    private (byte[] Bytes, int Pages) Compose(Document document, int pageCount)
    {
        using var pdf = new PdfDocument();
        // What PDFsharp 6.2 deflates ends without its checksum, which strict readers complain of. Text is small.
        pdf.Options.CompressContentStreams = false;
        pdf.Info.Title = document.Title;
        pdf.Info.Author = document.Sender ?? "";
        pdf.Info.Creator = "IdeSluss";
        pdf.Info.CreationDate = time.GetUtcNow().UtcDateTime;
        var accessible = UAManager.ForDocument(pdf);
        accessible.SetDocumentLanguage(document.Language);
        using (var flow = new PdfFlow(pdf, accessible.StructureBuilder, document, pageCount))
        {
            flow.NewPage();
            var parts = new PdfParts(flow, pdf, document.Language);
            parts.Title(document);
            foreach (var part in document.Parts) parts.Write(part);
        }

        var pages = pdf.PageCount;
        using var written = new MemoryStream();
        pdf.Save(written, closeStream: false);
        return (written.ToArray(), pages);
    }
}
