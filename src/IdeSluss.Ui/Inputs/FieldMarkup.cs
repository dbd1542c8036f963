using System.Globalization;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>What every field shows around its control.</summary>
internal sealed record FieldLook(string Name, string Label, string? Help, bool Required, IReadOnlyList<string> Errors, string? EasyRead = null, string? AskedWhen = null)
{
    public string Id => IdOf(Name);

    /// <summary>The ids that describe the control, in reading order; null when none does.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = new List<string>(3);
            if (AskedWhen is not null) ids.Add(Id + "-when");
            if (Help is not null) ids.Add(Id + "-help");
            if (Errors.Count > 0) ids.Add(Id + "-error");
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");
}

/// <summary>The markup of fields, the same for a page's own fields and for forms that are data.</summary>
internal sealed class FieldMarkup(IStringLocalizer texts)
{
    public TagBuilder Input(FieldLook look, string? value, string type = "text", string? autocomplete = null, string? inputMode = null, int? maxLength = null, bool spellcheck = true) =>
        Wrap(look, Control(Markup.Element("input"), look)
            .With("type", type)
            .With("value", value ?? "")
            .With("autocomplete", autocomplete)
            .With("inputmode", inputMode)
            .When(!spellcheck, "spellcheck", "false")
            .With("data-size-hint", SizeHint(type, maxLength)), maxLength is > 60 ? maxLength : null);

    /// <summary>No value: a browser lets nobody choose a file but its reader.</summary>
    public TagBuilder TextArea(FieldLook look, string? value, int rows, int? maxLength = null)
    {
        var area = Control(Markup.Element("textarea"), look).With("rows", rows.ToString(CultureInfo.InvariantCulture));
        // The parser drops the first line break of a textarea: one is written so that a text that begins with one keeps it.
        area.InnerHtml.AppendHtml("\n").Append(value ?? "");
        return Wrap(look, area, maxLength);
    }

    /// <summary>The control that a browser never fills in again; <paramref name="already"/> says what has arrived.</summary>
    public TagBuilder File(FieldLook look, string? accept, IHtmlContent? already) =>
        Wrap(look, new HtmlContentBuilder().AppendHtml(Control(Markup.Element("input"), look).With("type", "file").With("accept", accept)).AppendHtml(already ?? HtmlString.Empty), null);

    public TagBuilder Select(FieldLook look, string? value, IReadOnlyList<Choice> options, string? emptyLabel)
    {
        var select = Control(Markup.Element("select"), look);
        if (emptyLabel is not null) select.Add(Markup.Element("option").With("value", "").Say(emptyLabel));
        foreach (var option in options)
            select.Add(Markup.Element("option").With("value", option.Value).When(option.Value == value, "selected", "selected").Say(option.Label));
        return Wrap(look, select, null);
    }

    /// <summary>Radio buttons or check boxes in a fieldset. The first control carries the field's id, so that the error summary leads to it.</summary>
    public TagBuilder Group(FieldLook look, IReadOnlyList<string> values, IReadOnlyList<Choice> options, bool many)
    {
        var group = Markup.Element("fieldset", "ds-fieldset field").With("aria-describedby", look.DescribedBy);
        var legend = Markup.Element("legend", "ds-label").Say(look.Label);
        group.Add(legend.Add(RequiredMark(look.Required))).AddAll(Descriptions(look));
        // Ja, nej and vet inte stand beside each other: a screening of seven questions stays one screen.
        var beside = options.Count <= 3 && options.All(option => option.Help is null && option.Label.Length <= 12);
        var list = Markup.Element("div", beside ? "choices beside" : "choices");
        for (var i = 0; i < options.Count; i++)
        {
            var option = options[i];
            var id = i == 0 ? look.Id : look.Id + "-" + i.ToString(CultureInfo.InvariantCulture);
            list.Add(Option(id, look.Name, option, many ? "checkbox" : "radio", values.Contains(option.Value), look.Errors.Count > 0));
        }

        return group.Add(list).Add(ErrorText(look));
    }

    /// <summary>One check box that posts <c>true</c>, and <c>false</c> when it is empty.</summary>
    public TagBuilder Check(FieldLook look, bool value)
    {
        var box = Option(look.Id, look.Name, new Choice("true", look.Label, look.Help), "checkbox", value, look.Errors.Count > 0, look.Errors.Count > 0 ? look.Id + "-error" : null);
        return Markup.Element("div", "field")
            .Add(box)
            .Add(Markup.Element("input").With("type", "hidden").With("name", look.Name).With("value", "false"))
            .Add(ErrorText(look));
    }

    public IHtmlContent? RequiredMark(bool required) =>
        required ? Markup.Element("span", "required-mark").Say(" (" + texts["måste fyllas i"].Value + ")") : null;

    public IEnumerable<IHtmlContent> Descriptions(FieldLook look)
    {
        if (look.AskedWhen is not null) yield return Markup.Element("p", "asked-when").With("id", look.Id + "-when").With("data-field", "description").Say(look.AskedWhen);
        if (look.Help is not null) yield return Markup.Element("p").With("id", look.Id + "-help").With("data-field", "description").Say(look.Help);
        if (look.EasyRead is not null)
        {
            yield return Markup.Element("details", "ds-details easy-read")
                .Add(Markup.Element("summary").Say(texts["Lättläst"].Value))
                .Add(Markup.Element("p").Say(look.EasyRead));
        }
    }

    public IHtmlContent? ErrorText(FieldLook look)
    {
        if (look.Errors.Count == 0) return null;
        var error = Markup.Element("p", "ds-validation-message").With("id", look.Id + "-error").With("data-field", "validation");
        error.Add(Markup.Element("span", "ds-sr-only").Say(texts["Fel:"].Value + " ")).Say(string.Join(' ', look.Errors));
        return error;
    }

    private static TagBuilder Option(string id, string name, Choice option, string type, bool chosen, bool invalid, string? describedBy = null)
    {
        var describes = string.Join(' ', new[] { option.Help is null ? null : id + "-help", describedBy }.OfType<string>());
        return Markup.Element("div", "ds-field")
            .Add(Markup.Element("input", "ds-input")
                .With("type", type).With("id", id).With("name", name).With("value", option.Value)
                .When(chosen, "checked", "checked")
                .When(invalid, "aria-invalid", "true")
                .With("aria-describedby", describes.Length == 0 ? null : describes))
            .Add(Markup.Element("label", "ds-label").With("for", id).Say(option.Label))
            .Add(option.Help is null ? null : Markup.Element("p").With("id", id + "-help").With("data-field", "description").Say(option.Help));
    }

    private static TagBuilder Control(TagBuilder tag, FieldLook look) => tag
        .With("class", "ds-input")
        .With("id", look.Id)
        .With("name", look.Name)
        .With("aria-describedby", look.DescribedBy)
        .When(look.Required, "aria-required", "true")
        .When(look.Errors.Count > 0, "aria-invalid", "true");

    private TagBuilder Wrap(FieldLook look, IHtmlContent control, int? countTo)
    {
        var field = Markup.Element("div", "ds-field field")
            .Add(Markup.Element("label", "ds-label").With("for", look.Id).Say(look.Label).Add(RequiredMark(look.Required)))
            .AddAll(Descriptions(look))
            .Add(control)
            .Add(ErrorText(look));
        // Filled by the character counter when script is on; says nothing otherwise. No maxlength: a pasted text must not be cut in silence.
        return countTo is { } most
            ? field.Add(Markup.Element("p", "char-count").With("data-count-for", look.Id).With("data-count-to", most.ToString(CultureInfo.InvariantCulture))
                .With("data-left", texts["tecken kvar"].Value).With("data-over", texts["tecken för mycket"].Value).With("hidden", "hidden"))
            : field;
    }

    private static string? SizeHint(string type, int? maxLength) =>
        type is "date" or "number" or "tel" ? "short" : maxLength switch { <= 12 => "short", <= 40 => "medium", _ => null };
}
