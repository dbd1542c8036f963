using IdeSluss.Sdk.Documents;
using PdfSharp.Pdf.Structure;
using PdfSharp.UniversalAccessibility;

namespace IdeSluss.Platform.Pdf;

/// <summary>Tables with named columns, and facts with named rows. A row stays together; one that no page can hold is written below itself, cell after cell.</summary>
internal sealed class PdfTables(PdfFlow flow, string documentLanguage)
{
    private const double Gap = 10;
    private const double Padding = 4;

    public void Write(Table table)
    {
        if (table.Rows.Any(row => row.Count != table.Columns.Count)) throw new ArgumentException($"The table \"{table.Caption}\" has rows with another number of cells than columns.");
        // What is to be filled in by hand says nothing of the room it needs.
        var widths = table.Rows.All(row => row.All(string.IsNullOrEmpty)) ? [.. table.Columns.Select(_ => flow.Width / table.Columns.Count)] : Widths([table.Columns, .. table.Rows]);
        Begin(table);
        flow.Need((3 * PdfLook.Body.Line) + Padding);
        // A caption groups: only what is in a paragraph of its own is tagged.
        flow.Tags.BeginElement(PdfGroupingElementTag.Caption);
        flow.Tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
        flow.Write(table.Caption, PdfLook.Strong);
        flow.Tags.End();
        flow.Tags.End();
        flow.Space(3);
        flow.Tags.BeginElement(PdfBlockLevelElementTag.TableHeadRowGroup);
        Row(table.Columns, widths, _ => Scope.Column, head: null);
        flow.Tags.End();
        flow.Tags.BeginElement(PdfBlockLevelElementTag.TableBodyRowGroup);
        foreach (var row in table.Rows) Row(row, widths, _ => null, table.Columns);
        flow.Tags.End();
        End();
    }

    public void Write(KeyValues facts)
    {
        if (facts.Items.Count == 0) return;
        var first = flow.Width * 0.32;
        Begin(facts);
        foreach (var fact in facts.Items) Row([fact.Name, fact.Value], [first, flow.Width - first], column => column == 0 ? Scope.Row : null, head: null, fact.ValueLanguage);
        End();
    }

    private enum Scope
    {
        Column,
        Row,
    }

    private void Begin(DocumentPart part)
    {
        flow.Tags.BeginElement(PdfBlockLevelElementTag.Table);
        if (part.Language is { } language && language != documentLanguage) flow.Tags.SetLanguage(language);
    }

    private void End()
    {
        flow.Tags.End();
        flow.Space(12);
    }

    /// <param name="head">Shown once more when the row begins a page.</param>
    /// <param name="language">Of the cells that are no heads.</param>
    private void Row(IReadOnlyList<string> cells, double[] widths, Func<int, Scope?> scopes, IReadOnlyList<string>? head, string? language = null)
    {
        var scoped = cells.Select((_, column) => scopes(column)).ToList();
        var lines = cells.Select((cell, column) => cell.Length == 0 ? [] : PdfFlow.Wrap(cell, LookOf(scoped[column]), widths[column] - Gap)).ToList();
        var height = (Math.Max(1.5, lines.Max(cell => cell.Count)) * PdfLook.Body.Line) + (2 * Padding);
        if (flow.Need(Math.Min(height, flow.PageRoom / 2)) && head is not null) flow.Repeat(() => Place(head, widths));

        flow.Tags.BeginElement(PdfBlockLevelElementTag.TableRow);
        if (height > flow.PageRoom / 2) Below(cells, scoped, language);
        else Beside(lines, scoped, widths, height, language);
        flow.Tags.End();
        flow.Rule(PdfFlow.Left, flow.Width);
    }

    private void Beside(List<List<string>> lines, List<Scope?> scopes, double[] widths, double height, string? language)
    {
        var left = PdfFlow.Left;
        foreach (var (cell, column) in lines.Select((cell, column) => (cell, column)))
        {
            Cell(scopes[column], language, () => flow.WriteAt(cell, LookOf(scopes[column]), left, flow.Top + Padding));
            left += widths[column];
        }

        flow.Down(height);
    }

    private void Below(IReadOnlyList<string> cells, List<Scope?> scopes, string? language)
    {
        flow.Space(Padding);
        foreach (var (cell, column) in cells.Select((cell, column) => (cell, column))) Cell(scopes[column], language, () => flow.Write(cell, LookOf(scopes[column])));
        flow.Space(Padding);
    }

    private void Cell(Scope? scope, string? language, Action draw)
    {
        flow.Tags.BeginElement(scope is null ? PdfBlockLevelElementTag.TableDataCell : PdfBlockLevelElementTag.TableHeaderCell);
        if (scope is { } named) flow.Tags.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", $"/{named}");
        else if (language is not null && language != documentLanguage) flow.Tags.SetLanguage(language);
        draw();
        flow.Tags.End();
    }

    private void Place(IReadOnlyList<string> head, double[] widths)
    {
        var left = PdfFlow.Left;
        var lines = head.Select((cell, column) => PdfFlow.Wrap(cell, PdfLook.Strong, widths[column] - Gap)).ToList();
        foreach (var (cell, column) in lines.Select((cell, column) => (cell, column)))
        {
            flow.WriteAt(cell, PdfLook.Strong, left, flow.Top + Padding);
            left += widths[column];
        }

        flow.Down((lines.Max(cell => cell.Count) * PdfLook.Body.Line) + (2 * Padding));
    }

    private static PdfLook LookOf(Scope? scope) => scope is null ? PdfLook.Body : PdfLook.Strong;

    /// <summary>Each column gets what its longest word needs, or all its cells where that is little; the rest of the width is shared by how much there is to read.</summary>
    private double[] Widths(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        const double Little = 90;
        var columns = Enumerable.Range(0, rows[0].Count).Select(column => rows.Select(row => row[column]).ToList()).ToList();
        var wanted = columns.Select(cells => Math.Min(flow.Width, Gap + cells.Max(cell => PdfFlow.WidthOf(cell.Replace('\n', ' '), PdfLook.Strong)))).ToArray();
        var least = columns.Select((cells, column) => Math.Min(flow.Width / columns.Count, Math.Max(Math.Min(wanted[column], Little), Gap + cells.SelectMany(cell => cell.Split([' ', '\n'])).Max(word => PdfFlow.WidthOf(word, PdfLook.Strong))))).ToArray();
        var more = wanted.Zip(least, (want, has) => Math.Max(0, want - has)).ToArray();
        var share = more.Sum() is > 0 and var sum ? (flow.Width - least.Sum()) / sum : 0;
        return [.. least.Select((has, column) => share > 0 ? has + (more[column] * share) : flow.Width / columns.Count)];
    }
}
