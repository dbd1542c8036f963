using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>A manager's ten minutes: the week, a talk about an idea with the answers as a PDF, and a first exercise.</summary>
public sealed class ManagerSupportTests(Chromium chromium, PiteaInAHurry pitea) : IClassFixture<PiteaInAHurry>
{
    [Fact]
    public async Task A_manager_reads_the_week_takes_a_talk_along_as_pdf_and_practises_a_decision()
    {
        await using var manager = await Person.LogInAsync(chromium, pitea, Personas.NeedOwner);
        await manager.FollowAsync("Min enhet");
        await manager.SeesAsync("Beslut den här veckan");
        await manager.FollowAsync("Ta ett samtal om en idé");
        await manager.FillAsync("1. Berätta.", "Lunchen blir stressig.");
        var download = await manager.Page.RunAndWaitForResponseAsync(() => manager.Main.GetByRole(AriaRole.Button, new() { Name = "Gör en PDF av det jag skrivit" }).ClickAsync(), answer => answer.Request.Method == "POST");
        Assert.Equal(200, download.Status);
        Assert.Equal("application/pdf", await download.HeaderValueAsync("content-type"));

        await manager.GoAsync($"/chefsstod/{FormKeys.Focus}/exempel");
        await manager.SeesAsync("Ett påhittat exempel:");
        var example = await manager.Page.APIRequest.GetAsync(new Uri(pitea.Address, $"/api/v1/ideas/forms/{FormKeys.Focus}/example/pdf").AbsoluteUri);
        TaggedPdf.Read(await example.BodyAsync()).AssertAccessible("Exempel: Fokus");

        await manager.GoAsync("/ovning");
        await manager.FollowAsync("Chef: besluta om en liten idé");
        await manager.TickValueAsync("Input.Outcome", "DECLINE");
        await manager.ChooseAsync("Om du avslutar: varför?", CloseReasons.DeclinedCostBenefit);
        await manager.FillAsync("Skäl", "Det kostar mer än det ger.");
        await manager.TickAsync("Inget gör mig partisk i det här ärendet");
        await manager.PressAsync("Besluta i övningen");
        await manager.SeesAsync("Vi går inte vidare med din idé.");
        Assert.Empty(manager.Trouble);
    }
}
