using System.Globalization;
using IdeSluss.Platform.Localization;
using Xunit;

namespace IdeSluss.Platform.Tests.Localization;

public sealed class TextCatalogueTests
{
    private static readonly CatalogueLocalizer Texts = new(new TextCatalogue([typeof(TextCatalogue).Assembly]));

    [Fact]
    public void The_Swedish_sentence_is_its_own_text() => Say("sv-SE", () => Assert.Equal("Det finns inget här.", Texts["Det finns inget här."].Value));

    [Fact]
    public void English_is_found_for_every_kind_of_English() => Say("en-GB", () => Assert.Equal("There is nothing here.", Texts["Det finns inget här."].Value));

    [Fact]
    public void What_is_not_translated_stays_Swedish_and_says_so() => Say("en", () =>
    {
        var text = Texts["Det här har ingen översatt."];
        Assert.Equal("Det här har ingen översatt.", text.Value);
        Assert.True(text.ResourceNotFound);
    });

    [Fact]
    public void Arguments_are_put_where_the_translation_wants_them() => Say("en", () => Assert.Equal("The plugin pitea is not running.", Texts["Tillägget {0} är inte igång.", "pitea"].Value));

    private static void Say(string culture, Action check)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
