using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>The way of a test, by the people who go it: decided, prepared, started, logged, ended and closed with a no, which meets the next one who thinks of the same.</summary>
[Collection<Municipalities>]
public sealed class TrialTests(Chromium chromium, PiteaInAHurry host)
{
    private const string Title = "En bänk med ryggstöd vid hållplatsen";

    [Fact]
    public async Task An_approved_concept_becomes_a_test_whose_no_meets_the_next_one_who_hands_in_the_same()
    {
        var number = await MadeCases.WithConceptAsync(host, "Ställ en bänk med ryggstöd vid hållplatsen, så att fler orkar vänta.", Title);
        await using (var walk = new CaseWalk(chromium, host, number)) await walk.DecideAsync(Personas.DepartmentHead, "ADVANCE", "Vi provar en månad.");
        await host.MessagesSettledAsync();

        await using var lead = await Person.LogInAsync(chromium, host, Personas.TestLead);
        await PrepareAsync(lead, number + "-T1");
        await RunAsync(lead);
        await CloseAsync(lead);
        await host.MessagesSettledAsync();
        Assert.Empty(lead.Trouble);

        await using var next = await Person.OpenAsync(chromium, host);
        await next.GoAsync("/lamna-ide");
        await next.FillAsync("Berätta om din idé", "Sätt upp en bänk med ryggstöd vid hållplatsen vid skolan.");
        await next.PressAsync("Fortsätt");
        await next.SeesAsync("Vi har provat något liknande");
        await next.SeesAsync("Testet visade inte det vi trodde");
        await next.Main.Locator($"a[href='/testresultat/{number}-T1']").First.ClickAsync();
        await next.Page.WaitForURLAsync("**/testresultat/**");
        await next.SeesAsync("Bänken behöver tak mot snön.");
        Assert.Empty(next.Trouble);
    }

    private async Task PrepareAsync(Person lead, string test)
    {
        await lead.GoAsync("/arbete/tester");
        await lead.FollowAsync(test);
        await lead.FollowAsync("Testledare och plats");
        await lead.ChooseAsync("Testledare", (await host.Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(Personas.TestLead))).ToString());
        await lead.FillAsync("Annan plats", "Hållplatsen vid torget");
        await lead.FillAsync("Så frågar ni", "Ett anslag vid hållplatsen. Den som vill vara med ringer oss.");
        await lead.PressAsync("Spara");
        // What is missing leads to where it is done.
        await lead.FollowAsync("Deltagare: ingen har sagt ja än.");
        await lead.FillAsync("Namn", "Första Exempelsson");
        await lead.TickValueAsync("Input.Group", "Women");
        await lead.ChooseAsync("Ålder", "From65To79");
        await lead.FillAsync("Textens version", "1");
        await lead.TickValueAsync("Input.Format", "EasyRead");
        await lead.TickValueAsync("Input.GivenBy", "Self");
        await lead.FillAsync("Dag för ja", MadeCases.Day(0));
        await lead.PressAsync("Skriv in");
        await lead.SeesAsync("Deltagaren är inskriven.");
        await lead.FollowAsync("Till testet");
        await lead.SeesAsync("Inget saknas");
        await lead.PressAsync("Starta testet");
        await lead.SeesAsync("Testet har börjat.");
    }

    private static async Task RunAsync(Person lead)
    {
        await lead.FollowAsync("Skriv i loggen");
        await lead.TickValueAsync("Input.Kind", "Deviation");
        await lead.FillAsync("Vad hände", "Någon halkade på snön framför bänken.");
        await lead.PressAsync("Spara raden");
        await lead.FillAsync("Vad gjorde ni", "Vi skottade och sandade.");
        await lead.PressAsync("Det är utrett");
        foreach (var group in await lead.Main.Locator("section[aria-labelledby=matten] fieldset").AllAsync())
        {
            await group.GetByLabel("Efter").FillAsync("11,5");
            await group.GetByLabel("Antal mätningar").FillAsync("4");
            await group.GetByLabel("Hur säkert är det").FillAsync("Få räkningar.");
            await group.GetByLabel("Källa").FillAsync("Egen räkning");
        }

        await lead.PressAsync("Spara måtten");
        await lead.SeesAsync("Sparat.");
        await lead.FollowAsync("Till testet");
    }

    private static async Task CloseAsync(Person lead)
    {
        await lead.FollowAsync("Testet är slut");
        await lead.FillAsync("Varför slutar ni i förtid", "Snön kom.");
        await lead.PressAsync("Testet är slut");
        await lead.FollowAsync("Avsluta med resultat");
        await lead.TickValueAsync("Input.Verdict", "Rejects");
        await lead.TickValueAsync("Input.Recommendation", "Stop");
        foreach (var (field, text) in new[]
                 {
                     ("Varför", "Ingen satte sig."), ("Kvinnor och män", "Lika för kvinnor och män."), ("Personalen", "Bänken var i vägen för plogen."), ("Vad provade vi", "En bänk med ryggstöd vid hållplatsen."), ("Hur gick det", "Ingen satte sig."),
                     ("Vad lärde vi oss", "Bänken behöver tak mot snön."), ("Vad skulle vi göra annorlunda", "Sätta den i vindskyddet."),
                 })
            await lead.FillAsync(field, text);
        await lead.PressAsync("Avsluta med resultat");
        await lead.SeesAsync("Tack! Testet är avslutat.");
    }
}
