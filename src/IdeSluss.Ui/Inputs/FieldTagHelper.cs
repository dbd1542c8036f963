using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>What the fields of a page share: where name, value and errors come from. Give <c>for</c>, or <c>name</c> and <c>value</c>.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The bound property: <c>for="Input.Text"</c>.</summary>
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public bool Required { get; set; }

    /// <summary>The same question in easy-read Swedish, folded.</summary>
    public string? EasyRead { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    internal string FullName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? throw new InvalidOperationException($"A field needs for or name (label: {Label})."));

    internal FieldLook Look => new(FullName, Label, NullIfEmpty(Help), Required, ErrorsOf(ViewContext.ModelState, FullName), NullIfEmpty(EasyRead));

    /// <summary>What was typed, also when it could not be bound; otherwise the model's values as text.</summary>
    internal IReadOnlyList<string> Values(Func<object, IEnumerable<string>> format)
    {
        if (ViewContext.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is not null)
            return entry.RawValue is IEnumerable<string> many ? [.. many] : [entry.AttemptedValue ?? ""];
        return For?.Model is { } model ? [.. format(model)] : [];
    }

    internal string? First(Func<object, IEnumerable<string>> format) => Values(format) is [var first, ..] ? first : null;

    internal static IReadOnlyList<string> ErrorsOf(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage).Where(message => message.Length > 0).Distinct()] : [];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>One line or several of text, a date, a number, an address or a password.</summary>
/// <example><code>&lt;text-field for="Input.Text" label="@L["Berätta om din idé"]" required="true" rows="8" maxlength="20000" /&gt;</code></example>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(IStringLocalizer texts) : FieldTagHelper
{
    /// <summary>More than one makes a text area.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Shown as a counter, checked by the handler; never cuts what is pasted.</summary>
    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    /// <summary>text, email, tel, url, date, number, password, search.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    /// <summary>The value when there is no <c>for</c>.</summary>
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var markup = new FieldMarkup(texts);
        var value = Type == "password" ? null : First(model => [FieldValue.Format(model)]) ?? Value;
        var field = Rows > 1
            ? markup.TextArea(Look, value, Rows, MaxLength)
            : markup.Input(Look, value, Type, Autocomplete, InputMode, MaxLength, spellcheck: Type is "text" or "search");
        output.Become(field);
    }
}

/// <summary>Radio buttons, check boxes or a list to choose from.</summary>
/// <example><code>&lt;choice-field for="Input.Channel" label="@L["Hur kom idén in?"]" options="Model.Channels" kind="Radio" /&gt;</code></example>
[HtmlTargetElement("choice-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceFieldTagHelper(IStringLocalizer texts) : FieldTagHelper
{
    public required IReadOnlyList<Choice> Options { get; set; }

    public ChoiceKind Kind { get; set; } = ChoiceKind.Radio;

    /// <summary>For <see cref="ChoiceKind.Select"/>: the empty first alternative; null leaves it out.</summary>
    public string? Empty { get; set; }

    /// <summary>The chosen value when there is no <c>for</c>.</summary>
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var markup = new FieldMarkup(texts);
        var values = Values(FieldValue.FormatMany);
        if (values.Count == 0 && Value is not null) values = [Value];
        output.Become(Kind == ChoiceKind.Select
            ? markup.Select(Look, values is [var chosen, ..] ? chosen : null, Options, Empty)
            : markup.Group(Look, values, Options, many: Kind == ChoiceKind.Checkbox));
    }
}

/// <summary>One check box for a yes.</summary>
/// <example><code>&lt;check-field for="Input.WorksHere" label="@L["Jag arbetar i kommunen"]" /&gt;</code></example>
[HtmlTargetElement("check-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckFieldTagHelper(IStringLocalizer texts) : FieldTagHelper
{
    /// <summary>Checked when there is no <c>for</c>.</summary>
    public bool Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var values = Values(model => [FieldValue.Format(model)]);
        var chosen = values.Count == 0 ? Value : string.Equals(values[0], "true", StringComparison.OrdinalIgnoreCase);
        output.Become(new FieldMarkup(texts).Check(Look, chosen));
    }
}
