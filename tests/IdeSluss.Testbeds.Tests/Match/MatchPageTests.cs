using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Match;

public class MatchPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_need_gives_test_beds_with_reasons_and_an_empty_or_strange_one_gives_the_form()
    {
        using var anyone = host.Visitor();

        var page = await anyone.GetAsync("/testbaddar/hitta?prova=MEALS&malgrupp=OLDER&mognad=7");
        Assert.True(page.Says("Testavdelningen på Björken") && page.Says("Går att prova: Måltider") && page.Says("Tar emot mognad 2–6, inte 7"), page.Text);
        Assert.True(page.Text.IndexOf("Testavdelningen på Björken", StringComparison.Ordinal) < page.Text.IndexOf("Måltidslabbet", StringComparison.Ordinal), page.Text);
        foreach (var query in new[] { "", "?prova=", "?mognad=99&personer=-4&slag=Q", "?prova=%27%3B--" }) Assert.Equal(200, (await anyone.GetAsync("/testbaddar/hitta" + query)).StatusCode);
    }

    [Fact]
    public async Task The_radar_has_the_same_numbers_as_its_table()
    {
        using var anyone = host.Visitor();

        var page = await anyone.GetAsync("/testbaddar/mognad?behov=3&teknik=9&juridik=x");
        Assert.True(page.Says("3. Ni har pratat med några som har behovet Titta en gång till före test") && page.Says("9. Används varje dag"), page.Text);
        // Straight up by a third of the radius, and to the upper right all the way.
        Assert.Contains("0,-33.3 86.6,-50 0,0", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("radar-picture", (await anyone.GetAsync("/testbaddar/mognad")).Html, StringComparison.Ordinal);
    }
}
