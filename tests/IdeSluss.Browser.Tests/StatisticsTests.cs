using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Figures for everyone, for those who work with ideas, and for research, as one meets them.</summary>
public sealed class StatisticsTests(Chromium chromium, PiteaInAHurry pitea) : IClassFixture<PiteaInAHurry>
{
    [Fact]
    public async Task A_researcher_with_an_agreement_takes_out_a_file_and_both_sides_see_that_it_was_done()
    {
        await using var administrator = await Person.LogInAsync(chromium, pitea, Personas.Administrator);
        await administrator.GoAsync("/admin");
        await administrator.FollowAsync("Forskning");
        await administrator.FollowAsync("Skriv ett avtal");
        await administrator.PressAsync("Spara avtalet");
        await administrator.SeesAsync("Ändamål: skriv vad uppgifterna ska användas till");
        await administrator.ChooseAsync("Forskare", (await pitea.Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(Personas.Researcher))).ToString());
        await administrator.FillAsync("Ändamål", "Vilka idéer som prövas.");
        await administrator.FillAsync("Etikprövning", "Behövs inte: bara antal.");
        await administrator.FillAsync("Sista dag", MadeCases.Day(60));
        await administrator.TickAsync("Allt som visas öppet");
        await administrator.PressAsync("Spara avtalet");
        await administrator.SeesAsync("Avtalet är skrivet.");

        await using var researcher = await Person.LogInAsync(chromium, pitea, Personas.Researcher);
        await researcher.GoAsync("/forskning");
        await researcher.SeesAsync("Vilka idéer som prövas.");
        var file = await researcher.Page.RunAndWaitForDownloadAsync(() => researcher.Main.GetByRole(AriaRole.Link, new() { Name = "Ta ut som fil (CSV)" }).First.ClickAsync());
        Assert.Equal("idesluss-forskning.csv", file.SuggestedFilename);
        await administrator.GoAsync("/admin/forskning");
        await administrator.SeesAsync("rader");
        Assert.Empty(administrator.Trouble.Concat(researcher.Trouble));
    }

    [Fact]
    public async Task Everyone_reads_the_figures_of_a_quarter_and_a_manager_sees_their_own_committee_beside_them()
    {
        await using var anyone = await Person.OpenAsync(chromium, pitea);
        await anyone.GoAsync("/");
        await anyone.Page.GetByRole(AriaRole.Link, new() { Name = "Statistik", Exact = true }).ClickAsync();
        await anyone.SeesAsync("Så går det för idéerna.");
        await anyone.SeesAsync("idéer kom in");
        await using var manager = await Person.LogInAsync(chromium, pitea, Personas.NeedOwner);
        await manager.GoAsync("/arbete/statistik");
        await manager.SeesAsync("Alla mått");
        await manager.FollowAsync("Säg vilket kön du har");
        await manager.TickAsync("Kvinna");
        await manager.PressAsync("Spara svaret");
        await manager.SeesAsync("Tack! Svaret är sparat.");
        Assert.Empty(anyone.Trouble.Concat(manager.Trouble));
    }
}
