using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Two who judge an idea, each alone first, and the coach who writes down what they came to when they see it differently.</summary>
[Collection<Municipalities>]
public sealed class JudgingTests(Chromium chromium, PiteaInAHurry pitea)
{
    [Fact]
    public async Task Reviewers_judge_alone_then_see_the_others_and_what_they_differ_about_is_talked_over_before_the_decision()
    {
        var round = await pitea.Database.QueryAsync<Guid>("select round_id from evaluation.review where state = 'Waiting' group by round_id order by count(*) desc, round_id limit 1");
        var waiting = await pitea.Database.ListAsync<string>($"select r.id || ' ' || split_part(p.email, '@', 1) from evaluation.review r join people.person p on p.id = r.reviewer_id where r.state = 'Waiting' and r.round_id = '{round}' order by r.id");
        Assert.Equal(2, waiting.Count);
        var troubles = new List<string>();
        for (var at = 0; at < waiting.Count; at++)
        {
            var (review, persona) = (waiting[at].Split(' ')[0], waiting[at].Split(' ')[1]);
            await using var reviewer = await Person.LogInAsync(chromium, pitea, persona);
            await reviewer.GoAsync("/mina-bedomningar");
            await reviewer.Main.Locator($"a[href='/mina-bedomningar/{review}']").ClickAsync();
            await reviewer.SeesAsync("du ser inte de andras");
            Assert.DoesNotContain("Så bedömer ni", await reviewer.ReadAsync(), StringComparison.Ordinal);
            await reviewer.PressAsync("Skicka bedömningen");
            await reviewer.SeesAsync("Din text är kvar");
            // The first finds all of it good and the second none of it.
            foreach (var step in await reviewer.Main.Locator($"input[type=radio][value='{(at == 0 ? 5 : 1)}']").AllAsync()) await reviewer.TickAsync(step);
            foreach (var no in await reviewer.Main.Locator("input[type=radio][value='nej']").AllAsync()) await reviewer.TickAsync(no);
            foreach (var why in await reviewer.Main.Locator("textarea").AllAsync()) await why.FillAsync("Jag har läst underlaget och pratat med enheten.");
            await reviewer.PressAsync("Skicka bedömningen");
            await reviewer.SeesAsync("Din bedömning är skickad");
            await reviewer.SeesAsync("Så bedömer ni");
            troubles.AddRange(reviewer.Trouble);
        }

        await pitea.MessagesSettledAsync();
        await using var coach = await Person.LogInAsync(chromium, pitea, Personas.Coach);
        await coach.GoAsync($"/arbete/bedomning/{round}");
        await coach.SeesAsync("Prata ihop er");
        await coach.PressAsync("Spara");
        await coach.SeesAsync("Din text är kvar");
        await coach.TickAsync("Vi ser det fortfarande olika");
        await coach.FillAsync("Vad kom ni fram till?", "Nyttan finns, men verksamheten är inte redo före sommaren.");
        await coach.PressAsync("Spara");
        await coach.SeesAsync("De ser det fortfarande olika.");
        Assert.Empty(troubles.Concat(coach.Trouble));
    }
}
