using System.Globalization;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>
/// One file, bound to an <c>IFormFile?</c>, in a form with <c>enctype="multipart/form-data"</c> on a page with <see cref="UploadLimitAttribute"/>. With script it says at once that a file is too
/// large, and shows how much has been sent.
/// </summary>
/// <example><code>
/// &lt;file-field for="Input.Picture" label="@L["Bild"]" rules="FileRules.Pictures" description="Input.PictureText" uploaded="Model.Uploaded" uploaded-name="Input.PictureId" /&gt;
/// </code></example>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper(IStringLocalizer texts) : FieldTagHelper
{
    /// <summary>The same rules as the handler checks: formats and size stand at the field. Null for a file that is read and not kept.</summary>
    public FileRules? Rules { get; set; }

    /// <summary>Without <see cref="Rules"/>: what the browser offers to choose from.</summary>
    public string? Accept { get; set; }

    /// <summary>For pictures: the bound text that says what the picture shows, as a field below.</summary>
    public ModelExpression? Description { get; set; }

    /// <summary>What was uploaded before the form came back with errors (<see cref="IFiles.FindUploadAsync"/>): it need not be chosen again.</summary>
    public StoredFile? Uploaded { get; set; }

    /// <summary>The input that carries the id of <see cref="Uploaded"/>.</summary>
    public string? UploadedName { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var markup = new FieldMarkup(texts);
        var field = Rules is { } rules ? Limited(markup, rules) : markup.File(Look, Accept, Already());
        if (Description is null)
        {
            output.Become(field);
            return;
        }

        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Description.Name);
        var text = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.AttemptedValue is { } typed ? typed : Description.Model as string;
        var both = new HtmlContentBuilder();
        both.AppendHtml(field).AppendHtml(markup.Input(
            new FieldLook(name, texts["Vad visar bilden?"].Value, texts["Skriv en mening för den som inte ser bilden."].Value, Required, ErrorsOf(ViewContext.ModelState, name)), text, maxLength: AlternativeText.Longest));
        output.Become(both);
    }

    private TagBuilder Limited(FieldMarkup markup, FileRules rules)
    {
        var limits = texts.Say(rules.InWords);
        return markup.File(Look with { Help = Look.Help is { } help ? $"{help} {limits}" : limits }, rules.Accept, Already())
            .With("data-most-bytes", rules.MostBytes.ToString(CultureInfo.InvariantCulture))
            .With("data-too-large", texts.Say(new Text("Filen är för stor. Den får vara högst {0}.", FileSize.InWords(rules.MostBytes))))
            .With("data-sending", texts["Skickar filen"].Value)
            .With("data-broken", texts["Filen kom inte fram. Kontrollera att du har kontakt med nätet och försök igen."].Value);
    }

    private TagBuilder? Already()
    {
        if (Uploaded is not { } file) return null;
        var already = Markup.Element("p", "help").Say(texts["Vald fil: {0} ({1}). Du behöver inte välja den igen.", file.Name, FileSize.InWords(file.Length)].Value);
        return UploadedName is null ? already : already.Add(Markup.Element("input").With("type", "hidden").With("name", UploadedName).With("value", file.Id.ToString()));
    }
}
