using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Each municipality's own variant, from hand-in to closed, through every gate.</summary>
[Collection<Municipalities>]
public sealed class VariantTests(Chromium chromium, PiteaInAHurry pitea, SkellefteaInAHurry skelleftea)
{
    [Fact]
    public async Task An_idea_in_the_eldercare_of_Pitea_is_heard_by_the_councils_and_signed_by_the_nurse_on_its_way_to_closed()
    {
        var asked = await WalkAsync(pitea, "SOC-AO-SB1", "PITEA_ALDREOMSORG_V1");

        Assert.Contains("signatur-MAS", asked[Gates.Test]);
        Assert.Contains("samrad-PENSIONERS_COUNCIL", asked[Gates.Implement]);
        Assert.Contains("samrad-ACCESSIBILITY_COUNCIL", asked[Gates.Implement]);
    }

    [Fact]
    public async Task An_idea_in_the_support_and_service_of_Skelleftea_keeps_a_log_of_who_took_part_on_its_way_to_closed()
    {
        var asked = await WalkAsync(skelleftea, "SK-SOS-GB1", "SKELLEFTEA_STOD_SERVICE_V1", quickly: true);

        Assert.Contains("delaktighetslogg", asked[Gates.Need]);
        Assert.Contains("skelleftea-lattlast-samtycke", asked[Gates.Test]);
        Assert.Contains("samrad-DISABILITY_COUNCIL", asked[Gates.Implement]);
        Assert.Contains("samrad-MINORITY_COUNCIL", asked[Gates.Implement]);
    }

    /// <returns>What was asked for before each gate.</returns>
    /// <inheritdoc cref="CaseWalk" path="/param"/>
    private async Task<Dictionary<string, IReadOnlyList<string>>> WalkAsync(TestHost host, string unit, string variant, bool quickly = false)
    {
        var number = await HandInAsync(host);
        await using var walk = new CaseWalk(chromium, host, number, quickly);
        await SortAsync(host, walk, number, unit);
        // Comes to its unit's authority, whose head is to decide, when the decision can no longer be taken back.
        await TestKit.Eventually.TrueAsync(
            async () =>
            {
                await host.InScopeAsync(services => services.GetRequiredService<RunClocks>().RunAsync(TestContext.Current.CancellationToken));
                return await host.Database.QueryAsync<bool>("select i.authority_id = u.authority_id from ideas.ideas i join people.org_unit u on u.id = i.unit_id where i.case_number = $1", number);
            },
            $"{number} to come to its authority");
        Assert.Equal(variant, await host.Database.QueryAsync<string>("select workflow_key from ideas.ideas where case_number = $1", number));

        var asked = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (gate, persona, outcome) in new[]
                 {
                     (Gates.Need, Personas.DepartmentHead, "ADVANCE"),
                     (Gates.Test, Personas.ChiefExecutive, "ADVANCE"),
                     (Gates.Evaluate, Personas.IdeaBoard, "ADVANCE"),
                     (Gates.Implement, Personas.CommitteeSecretary, "APPROVE"),
                     (Gates.Handover, Personas.DepartmentHead, "ACCEPT"),
                     (Gates.Benefit, Personas.BenefitOwner, "CLOSE"),
                 })
        {
            asked[gate] = await walk.PrepareAsync();
            // The plan of this case says that it is a matter of principle.
            if (persona == Personas.CommitteeSecretary) await walk.EnterForCommitteeAsync(outcome, "Underlaget räcker.");
            else await walk.DecideAsync(persona, outcome, "Underlaget räcker.");
        }

        Assert.Equal(Stages.Closed, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", number));
        await using var anyone = await Person.OpenAsync(chromium, host);
        await TestKit.Eventually.TrueAsync(
            async () =>
            {
                await anyone.GoAsync($"/ideer/{number}");
                return (await anyone.ReadAsync()).Contains("Genomförd", StringComparison.Ordinal);
            },
            $"{number} to be shown as done");
        return asked;
    }

    private async Task<string> HandInAsync(TestHost host)
    {
        await using var resident = await Person.OpenAsync(chromium, host);
        await resident.GoAsync("/lamna-ide");
        await resident.FillAsync("Berätta om din idé", "En dagbok med bilder som de boende själva kan fylla i och visa för sina anhöriga.");
        await resident.PressAsync("Fortsätt");
        await resident.PressAsync("Skicka");
        Assert.StartsWith("/kvitto/", resident.Path, StringComparison.Ordinal);
        return Uri.UnescapeDataString(resident.Path["/kvitto/".Length..]);
    }

    private static async Task SortAsync(TestHost host, CaseWalk walk, string number, string unit)
    {
        var coach = await walk.AsAsync(Personas.Coach);
        await coach.GoAsync($"/arbete/{number}/sortera");
        await coach.Main.Locator("[name='Input.PublicTitle']").FillAsync("Dagbok med bilder");
        await coach.FillAsync("Vem har vilket behov?", "De boende behöver kunna berätta om sin dag utan många ord.");
        await coach.ChooseAsync("Område", IdeaAreas.All[2].Code);
        await coach.ChooseAsync("Ansvarig enhet", (await host.Database.QueryAsync<Guid>("select id from people.org_unit where code = $1", unit)).ToString());
        foreach (var (question, answer) in new[]
                 {
                     ("liknande", "ja"), ("ratt-plats", "ja"), ("jamstalldhet", "ja"), ("tillganglighet", "ja"), ("vard-risk", "ja"), ("kostnad", "ja"), ("flera-enheter", "nej"),
                 })
            await coach.TickValueAsync($"Input.{FormKeys.Sorting}.{question}", answer);
        await coach.TickValueAsync("Input.Track", Tracks.Full);
        await coach.TickValueAsync("Input.Outcome", "ADVANCE");
        await coach.FillAsync("Skäl", "Behovet är tydligt.");
        await coach.TickAsync("Inget gör mig partisk i det här ärendet");
        await coach.PressAsync("Besluta");
        await coach.IsAtAsync("/arbete");
    }
}
