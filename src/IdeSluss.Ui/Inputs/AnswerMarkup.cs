using System.Globalization;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>One answer to read: a date as a date, a web address as a link, rows as a table or, when they are wide, one block each.</summary>
internal sealed class AnswerMarkup(IStringLocalizer texts, TimeProvider time, FormFacts? facts)
{
    /// <summary>A wider table cannot be read on paper or on a phone.</summary>
    private const int MostColumns = 5;

    public IHtmlContent Value(Field question, Answers from, IReadOnlyList<IReadOnlyList<ComputedValue>>? rowResults = null)
    {
        var asked = question.Kind == FieldKind.Carried && facts?.FieldBehind(question.From!) is { Kind: not FieldKind.Carried } source ? source with { Key = question.Key } : question;
        return asked.Kind switch
        {
            FieldKind.Rows => Rows(asked, from.Rows(asked.Key), rowResults),
            FieldKind.Date when DateOnly.TryParseExact(from.Text(asked.Key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateMarkup.Day(day, time),
            FieldKind.Link when from.Text(asked.Key) is { } link && IsWebAddress(link) => Link(link),
            FieldKind.LongText => Markup.Element("div", "written").With("lang", PassageLanguage.Of("sv")).Say(from.Text(asked.Key)),
            // What was chosen is the form's word, what was typed is Swedish as all evidence.
            _ => Markup.Element("span").With("lang", asked.Kind is FieldKind.Text or FieldKind.Link ? PassageLanguage.Of("sv") : null).Say(AnswerText.Of(asked, from, texts, facts)),
        };
    }

    public static TagBuilder Link(string address) => Markup.Element("a", "ds-link").With("href", address).With("rel", "noreferrer nofollow").Say(address);

    // Only web addresses become links: anything else that was typed here stays text.
    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private TagBuilder Rows(Field question, IReadOnlyList<Answers> rows, IReadOnlyList<IReadOnlyList<ComputedValue>>? results)
    {
        var columns = question.RowFields.Where(column => rows.Any(row => row.Json[column.Key] is not null)).ToList();
        var computed = results is null ? [] : (question.RowComputations ?? []).ToList();
        return columns.Count + computed.Count > MostColumns ? Blocks(columns, rows, results) : Table(question, columns, computed, rows, results);
    }

    private TagBuilder Blocks(List<Field> columns, IReadOnlyList<Answers> rows, IReadOnlyList<IReadOnlyList<ComputedValue>>? results)
    {
        var list = Markup.Element("ol", "row-blocks");
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var block = Markup.Element("dl", "summary-list");
            foreach (var column in columns.Where(column => row.Json[column.Key] is not null)) block.Add(Item(column.Label, Value(column, row)));
            foreach (var result in results?.ElementAtOrDefault(index) ?? []) block.Add(Item(result.Computation.Label, Markup.Element("strong").Say(AnswerText.Of(result, texts))));
            list.Add(Markup.Element("li").Add(block));
        }

        return list;
    }

    private TagBuilder Table(Field question, List<Field> columns, List<Computation> computed, IReadOnlyList<Answers> rows, IReadOnlyList<IReadOnlyList<ComputedValue>>? results)
    {
        var head = Markup.Element("tr");
        foreach (var label in columns.Select(column => column.Label).Concat(computed.Select(result => result.Label))) head.Add(Markup.Element("th").With("scope", "col").Say(texts[label].Value));
        var body = Markup.Element("tbody");
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            body.Add(Markup.Element("tr")
                .AddAll(columns.Select(column => Markup.Element("td").Add(Value(column, row))))
                .AddAll(computed.Select(result => Markup.Element("td").Say(results!.ElementAtOrDefault(index)?.FirstOrDefault(one => one.Computation == result) is { } value ? AnswerText.Of(value, texts) : "–"))));
        return Markup.Element("div", "table-scroll").With("role", "region").With("aria-label", texts[question.Label].Value).With("tabindex", "0")
            .Add(Markup.Element("table", "ds-table").Add(Markup.Element("thead").Add(head)).Add(body));
    }

    private TagBuilder Item(string label, IHtmlContent value) =>
        Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(texts[label].Value)).Add(Markup.Element("dd").Add(value));
}
