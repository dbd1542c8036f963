using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>What is asked about what was decided, and what a programme tells of itself: on the page, from the question to the answer.</summary>
[Collection<Municipalities>]
public sealed class FollowUpTests(Chromium chromium, PiteaInAHurry pitea)
{
    [Fact]
    public async Task A_resident_asks_about_a_no_and_another_coach_than_the_one_who_said_it_changes_it()
    {
        string number;
        using (var visitor = await pitea.LogInAsAsync(Personas.Resident)) number = await MadeCases.HandInAsync(visitor, new { Text = "Håll biblioteket öppet på kvällarna.", AnswerWay = "Account" });
        using (var coach = await pitea.LogInAsAsync(Personas.Coach)) await MadeCases.DeclineAsync(coach, number);
        await using var resident = await Person.LogInAsync(chromium, pitea, Personas.Resident);
        await Eventually.TrueAsync(
            async () =>
            {
                await resident.GoAsync($"/mina-ideer/{number}");
                return (await resident.ReadAsync()).Contains("Tycker du att beslutet är fel?", StringComparison.Ordinal);
            },
            "the reply to have left");
        await resident.FollowAsync("Begär omprövning");
        await resident.FillAsync("Varför borde beslutet ändras?", "Personalen säger att de gärna stannar till åtta.");
        await resident.PressAsync("Begär omprövning");
        await resident.SeesAsync("Omprövning är begärd");
        await pitea.MessagesSettledAsync();

        await using var other = await Person.LogInAsync(chromium, pitea, Personas.SecondCoach);
        await other.GoAsync("/arbete/omprovning");
        await other.FollowAsync(number);
        await other.SeesAsync("Personalen säger att de gärna stannar till åtta.");
        await other.TickAsync("Beslutet ändras");
        await other.FillAsync("Varför?", "Personalen vill och kan. Idén prövas igen.");
        await other.TickAsync("Jag är inte jävig");
        await other.PressAsync("Besluta");
        await other.SeesAsync("Beslutet är ändrat");
        await pitea.MessagesSettledAsync();
        await resident.GoAsync($"/mina-ideer/{number}");
        await resident.SeesAsync("Personalen vill och kan. Idén prövas igen.");
        Assert.Empty(resident.Trouble.Concat(other.Trouble));
    }

    [Fact]
    public async Task A_programme_leader_enters_a_cost_is_told_what_a_later_year_waits_for_and_sends_the_status_report()
    {
        await using var leader = await Person.LogInAsync(chromium, pitea, Personas.Coach);
        await leader.GoAsync("/arbete/program");
        await leader.FollowAsync("Idésluss för hållbar samhällsutveckling");
        await leader.SeesAsync("8 072 500 kronor");
        await leader.SeesAsync("Väntar på förnyelse");
        await leader.FollowAsync("Skriv in kostnad eller bidrag");
        await leader.TickAsync("Kostnad");
        await leader.FillAsync("Vad är det till?", "Workshop med politiker");
        await leader.FillAsync("Kronor", "18500");
        await leader.FillAsync("Dag", MadeCases.Day(-3));
        await leader.PressAsync("Skriv in");
        await leader.SeesAsync("Raden är inskriven.");
        await leader.FollowAsync("Till programmet");
        await leader.PressAsync("Gör en lägesrapport");
        await leader.SeesAsync("Förväntade effekter och resultat");
        await leader.FillAsync("Syfte och mål", "Vi vill att fler idéer prövas i verksamheten.");
        await leader.PressAsync("Spara och markera som skickad");
        await leader.SeesAsync("Den går inte att ändra.");
        await leader.SeesAsync("Vi vill att fler idéer prövas i verksamheten.");
        Assert.Empty(leader.Trouble);
    }
}
