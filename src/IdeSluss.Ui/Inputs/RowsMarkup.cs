using System.Globalization;
using System.Text.Json;
using IdeSluss.Sdk.Forms;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>Rows to fill in: one group of fields per row, with what is carried above them and what is computed from them.</summary>
/// <param name="wanted">Posted name of the field that one more row was asked for; an empty one is there only then, so that a form is no longer than it must be.</param>
internal sealed class RowsMarkup(IStringLocalizer texts, FieldMarkup fields, CarriedMarkup carried, string? wanted, bool blank)
{
    /// <param name="control">A column's control, by its posted name and the row's answers.</param>
    public TagBuilder Rows(Field question, FieldLook look, FormEvaluation evaluation, Func<Field, string, Answers, IHtmlContent> control)
    {
        var filled = evaluation.Answers.Rows(question.Key);
        var shown = question.RowsFrom is null ? Math.Clamp(filled.Count + (wanted == look.Name ? 1 : 0), Math.Max(question.MinRows, 1), question.MaxRows) : blank ? 1 : filled.Count;
        var group = Markup.Element("fieldset", "ds-fieldset rows").With("id", look.Id).With("tabindex", "-1").With("aria-describedby", look.DescribedBy)
            .Add(Markup.Element("legend", "ds-label").Say(look.Label).Add(question.RowsFrom is null ? fields.RequiredMark(look.Required) : null))
            .AddAll(fields.Descriptions(look))
            .Add(fields.ErrorText(look));
        for (var index = 0; index < shown; index++)
        {
            var row = index < filled.Count ? filled[index] : Answers.Empty;
            var name = string.Create(CultureInfo.InvariantCulture, $"{look.Name}.{index}");
            var title = question.RowsFrom is { } from ? row.Text(from.Key) ?? texts["En rad för varje rad i {0}", carried.TitleOf(from.Form)].Value : texts["{0}, rad {1}", look.Label, (index + 1).ToString(CultureInfo.CurrentCulture)].Value;
            var isAnswer = question.RowsFrom is { } named && row.Text(named.Key) is not null;
            var set = Markup.Element("fieldset", "ds-fieldset row").Add(Markup.Element("legend").With("lang", isAnswer ? PassageLanguage.Of("sv") : null).Say(title)).Add(CarriedColumns(question, row, name));
            var computed = index < filled.Count ? evaluation.RowResults.GetValueOrDefault(question.Key)?[index] : null;
            var columns = question.RowFields.Where(column => column.Kind != FieldKind.Carried && IsShown(column, question.RowFields, row)).ToList();
            foreach (var column in columns)
            {
                set.Add(control(column, $"{name}.{column.Key}", row));
                // A result stands where its last part is filled in: what comes after may depend on it.
                foreach (var computation in question.RowComputations ?? [])
                    if ((columns.FindLast(part => computation.Of.Contains(part.Key)) ?? columns[^1]) == column) set.Add(Result(computation, name, computed));
            }

            group.Add(set);
        }

        if (question.RowsFrom is { } source)
            return group.Add(shown == 0 ? carried.FillFirst(source.Form) : blank ? null : carried.Changes(question.RowFields.Select(column => column.From?.Form).OfType<string>().Prepend(source.Form).Distinct()));
        return shown < question.MaxRows
            ? group.Add(Markup.Element("button", "ds-button").With("type", "submit").With("data-variant", "secondary").With("data-size", "sm")
                .With("name", FormRows.AddRow).With("value", look.Name).With("formaction", "#" + look.Id).Say(texts["Lägg till en rad"].Value))
            : group.Add(Markup.Element("p").With("data-field", "description").Say(texts["Fler rader än {0} får inte plats.", question.MaxRows]));
    }

    /// <summary>What the followed row says, and its name along with the post.</summary>
    private TagBuilder? CarriedColumns(Field question, Answers row, string name)
    {
        if (question.RowsFrom is not { } from || blank) return null;
        var list = Markup.Element("dl", "summary-list carried-row");
        foreach (var column in question.RowFields.Where(column => column.Kind == FieldKind.Carried && column.Key != from.Key && row.Json[column.Key] is not null)) list.Add(carried.Item(column, row));
        return Markup.Element("div")
            .Add(Markup.Element("input").With("type", "hidden").With("name", $"{name}.{from.Key}").With("value", row.Text(from.Key)))
            .Add(list.HasInnerHtml ? list : null);
    }

    /// <summary>A column that depends on a carried one is there only when it is asked.</summary>
    private bool IsShown(Field column, IReadOnlyList<Field> columns, Answers row) =>
        blank || column.When is not { } condition || columns.FirstOrDefault(other => other.Key == condition.Field) is not { Kind: FieldKind.Carried } || row.Meets(condition);

    /// <summary>A product is computed anew by script while one chooses.</summary>
    private TagBuilder Result(Computation computation, string name, IReadOnlyList<ComputedValue>? computed)
    {
        var value = computed?.FirstOrDefault(result => result.Computation == computation);
        return Markup.Element("dl", "summary-list computed").Add(ResultMarkup.Item(texts[computation.Label].Value, value is null ? "–" : AnswerText.Of(value, texts))
            .When(computation.Kind == ComputationKind.Product, "data-product", JsonSerializer.Serialize(computation.Of.Select(column => $"{name}.{column}"))));
    }
}
