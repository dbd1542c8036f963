using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using IdeSluss.Platform.Localization;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Platform.Tests.Ui;

/// <summary>What a tag helper writes, with the interface's own texts in Swedish.</summary>
internal sealed partial class Rendered
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private Rendered(string html) => Html = html;

    public static IStringLocalizer Texts { get; } = new CatalogueLocalizer(new TextCatalogue([typeof(IdeSlussPageModel).Assembly]));

    public string Html { get; }

    public IReadOnlyList<string> Ids => Values("id");

    public IReadOnlyList<string> Names => Values("name");

    public string Text => WebUtility.HtmlDecode(Tag().Replace(Html, " "));

    public static Rendered Of(TagHelper helper)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return new(writer.ToString());
    }

    public static ViewContext View(params (string Field, string Error)[] errors)
    {
        var view = new ViewContext { HttpContext = new DefaultHttpContext() };
        foreach (var (field, error) in errors) view.ModelState.AddModelError(field, error);
        view.ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), view.ModelState);
        return view;
    }

    public IReadOnlyList<string> Values(string attribute) =>
        [.. Regex.Matches(Html, $"\\s{attribute}=\"([^\"]*)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
