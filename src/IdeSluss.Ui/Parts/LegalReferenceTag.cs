using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>Cites a law by its code as it is on a day: the only way in which a page names one. Swedish in every language; nothing when none is in force.</summary>
/// <example><code>&lt;legal-reference code="@CommonLaw.Consultation" day="Model.AskedOn" /&gt;  // Förvaltningslagen (2017:900), 26 §</code></example>
[HtmlTargetElement("legal-reference", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LegalReferenceTagHelper(IEnumerable<LegalReference> laws, TimeProvider time) : TagHelper
{
    public required string Code { get; set; }

    /// <summary>The day of the case; today when it is about nothing older.</summary>
    public DateOnly? Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (laws.On(Code, Day ?? time.StockholmToday()) is not { } law)
        {
            output.SuppressOutput();
            return;
        }

        output.Become(Markup.Element("span").With("lang", PassageLanguage.Of("sv")).Say(law.Citation));
    }
}
