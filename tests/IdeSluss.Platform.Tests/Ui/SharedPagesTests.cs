using IdeSluss.Sdk.Composition;
using IdeSluss.Platform.Tests.Web;
using IdeSluss.Ui.Features.Ui.Accessibility;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Platform.Tests.Ui;

[Collection(nameof(SharedHost))]
public sealed class SharedPagesTests(TrialHost host)
{
    private AccessibilityStatement Statement => AccessibilityStatement.Of(host.Services.GetRequiredService<InstanceInfo>());

    [Fact]
    public async Task The_accessibility_statement_has_all_eleven_items()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/tillganglighet");

        Assert.Equal(200, page.StatusCode);
        for (var item = 1; item <= 11; item++) Assert.Contains($"data-item=\"{item}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("delvis förenlig", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://www.digg.se/tdosanmalan", page.Links);
    }

    [Fact]
    public void A_statement_with_an_empty_item_is_not_published()
    {
        var whole = Statement;
        var broken = new Dictionary<int, AccessibilityStatement>
        {
            [1] = whole with { Actor = " " },
            [2] = whole with { Service = "" },
            [3] = whole with { Conformity = null },
            [4] = whole with { Issues = [] },
            [5] = whole with { AssessedOn = null },
            [6] = whole with { UpdatedOn = null },
            [7] = whole with { Method = "" },
            [8] = whole with { MessageWay = "" },
            [9] = whole with { SupervisorAddress = "" },
            [10] = whole with { UnreasonableBurden = "" },
            [11] = whole with { OutsideTheLaw = "" },
        };

        Assert.Empty(whole.Missing());
        Assert.All(broken, pair => Assert.Equal([pair.Key], pair.Value.Missing()));
        Assert.Empty((whole with { Issues = [], Conformity = Conformity.Full }).Missing());
    }

    [Fact]
    public async Task The_privacy_page_names_the_controller_and_the_way_for_those_with_protected_identity()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/personuppgifter");

        Assert.Equal(200, page.StatusCode);
        Assert.True(page.Says("Kommunstyrelsen i Piteå kommun är personuppgiftsansvarig"));
        Assert.True(page.Says("Har du skyddad identitet?"));
    }

    [Theory]
    [InlineData("/finns-inte", 404, "Sidan finns inte")]
    [InlineData("/fel/403", 403, "Du har inte tillgång till sidan")]
    [InlineData("/fel/429", 429, "Det blev för många försök")]
    [InlineData("/fel/500", 500, "Något gick fel hos oss")]
    [InlineData("/fel/200", 404, "Sidan finns inte")]
    public async Task An_error_is_a_page_in_plain_Swedish(string address, int status, string heading)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(address);

        Assert.Equal(status, page.StatusCode);
        Assert.True(page.Says(heading));
        Assert.Contains("/", page.Links);
    }

    [Fact]
    public async Task Every_page_links_to_accessibility_and_privacy_and_holds_one_main_heading()
    {
        using var visitor = host.Visitor();
        foreach (var address in new[] { "/tillganglighet", "/personuppgifter", "/logga-in", "/finns-inte" })
        {
            var page = await visitor.GetAsync(address);

            Assert.Contains("/tillganglighet", page.Links);
            Assert.Contains("/personuppgifter", page.Links);
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Html, "<h1"));
            Assert.Contains("<html lang=\"sv\"", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task English_is_one_link_away_and_stays()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/sprak/en?till=/personuppgifter");

        Assert.Contains("<html lang=\"en\"", page.Html, StringComparison.Ordinal);
        Assert.True(page.Says("Personal data"));
    }
}
