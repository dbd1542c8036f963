using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Whoever answers for a benefit goes from the task in the inbox to the answer: one short form.</summary>
public sealed class BenefitOwnerTests(Chromium chromium, PiteaInAHurry pitea) : IClassFixture<PiteaInAHurry>
{
    [Fact]
    public async Task The_benefit_owner_goes_from_the_inbox_to_the_answer()
    {
        // The demo's questions become tasks as messages are delivered.
        await pitea.MessagesSettledAsync();
        var id = await pitea.Database.QueryAsync<Guid>($"select id from evaluation.follow_up where state = 'Open' and form = '{FormKeys.SmallFollowUp}' order by id limit 1");
        var task = await pitea.Database.QueryAsync<Guid>("select id from ideas.task where subject_id = $1", id);
        await using var owner = await Person.LogInAsync(chromium, pitea, Personas.BenefitOwner);
        await owner.GoAsync("/arbete");
        await owner.Main.Locator($"a[href='/arbete/uppgifter/{task}']").ClickAsync();
        await owner.FollowAsync("Svara på uppföljningen");
        await owner.PressAsync("Skicka");
        await owner.SeesAsync("Rätta en sak. Din text är kvar.");
        await owner.FillAsync("Blev det bättre? Hur vet ni det?", "Ja. Sex av åtta på enheten säger det.");
        await owner.PressAsync("Skicka");
        await owner.SeesAsync("Tack! Uppföljningen är klar.");
        Assert.Equal("Answered", await pitea.Database.QueryAsync<string>("select state from evaluation.follow_up where id = $1", id));
        Assert.Empty(owner.Trouble);
    }
}
