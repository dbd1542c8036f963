using System.Text.RegularExpressions;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Replies leave after a second instead of ten minutes.</summary>
public sealed class PiteaInAHurry() : TestHost(new TestHostOptions { Settings = Hurry.Settings });

public sealed class SkellefteaInAHurry() : TestHost(new TestHostOptions { Municipality = "skelleftea", Settings = Hurry.Settings });

/// <summary>One host of each municipality for all who do not need another: a start costs as much as opening fifty pages.</summary>
[CollectionDefinition]
public sealed class Municipalities : ICollectionFixture<PiteaInAHurry>, ICollectionFixture<SkellefteaInAHurry>;

internal static class Hurry
{
    public static readonly Dictionary<string, string?> Settings = new() { ["IdeSluss:ReplyHold"] = "00:00:01" };
}

/// <summary>
/// What a new user does: hands in without logging in, the coach masks and sorts, the need owner takes it through the need gate, and the submitter reads the way,
/// the mail and the reply. In both municipalities, with script and without.
/// </summary>
[Collection<Municipalities>]
public sealed partial class MainJobTests(Chromium chromium, PiteaInAHurry pitea, SkellefteaInAHurry skelleftea)
{
    private const string Submitter = "idegivare@prov.example";
    private const string Phone = "070-174 06 35";

    [Theory]
    [InlineData("pitea", true)]
    [InlineData("pitea", false)]
    [InlineData("skelleftea", true)]
    [InlineData("skelleftea", false)]
    public async Task An_idea_goes_from_a_resident_through_coach_and_need_owner_to_concept_and_the_submitter_hears_back(string municipality, bool script)
    {
        TestHost host = municipality == "pitea" ? pitea : skelleftea;
        var (number, code) = await HandInAsync(host, script);
        Assert.Matches(municipality == "pitea" ? @"^\d{2}IDE\d+$" : @"^IDE-\d{4}-\d{6}$", number);

        await SortAsync(host, number, script);
        await DecideNeedAsync(host, number, script);
        await ReadTheWayAsync(host, number, code, script);
    }

    private async Task<(string Number, string Code)> HandInAsync(TestHost host, bool script)
    {
        await using var resident = await Person.OpenAsync(chromium, host, script);
        await resident.GoAsync("/");
        await resident.Main.GetByRole(AriaRole.Link, new() { Name = "Lämna en idé" }).First.ClickAsync();
        await resident.Page.WaitForURLAsync("**/lamna-ide");
        resident.StartCounting();

        Assert.Equal(1, await resident.Main.Locator("[aria-required=true], [required]").CountAsync());
        await resident.FillAsync("Berätta om din idé", $"Sätt upp bänkar längs gångvägen vid Storgatan så att äldre kan vila. Ring mig på {Phone}.");
        await resident.UnfoldAsync("Lägg till mer om idén");
        await resident.TickAsync("E-post");
        await resident.Main.Locator("input[type=email]").FillAsync(Submitter);
        await resident.PressAsync("Fortsätt");
        // The telephone number is pointed out, and nothing is changed for the writer.
        await resident.SeesAsync(Phone);
        await resident.IsAtAsync("/lamna-ide/granska");
        Assert.True(resident.PageLoads <= 1, $"{resident.PageLoads} pages after the first before the review: hand-in is two pages at most.");
        await resident.PressAsync("Skicka ändå");

        await resident.SeesAsync("Du får besked senast");
        Assert.StartsWith("/kvitto/", resident.Path, StringComparison.Ordinal);
        var text = await resident.ReadAsync();
        Assert.Empty(resident.Trouble);
        return (Uri.UnescapeDataString(resident.Path["/kvitto/".Length..]), FollowCode().Match(text).Value);
    }

    private async Task SortAsync(TestHost host, string number, bool script)
    {
        var unit = await host.Database.QueryAsync<Guid>(
            "select unit_id from people.role_assignment a join people.person p on p.id = a.person_id where p.email = $1", Personas.AddressOf(Personas.NeedOwner));
        await using var coach = await Person.LogInAsync(chromium, host, Personas.Coach, script);
        await coach.SeesAsync(number);
        await coach.GoAsync($"/arbete/{number}/sortera");
        coach.StartCounting();

        await coach.TickAsync(coach.Main.Locator("input[name='Input.Mask']").First);
        await coach.PressAsync("Ersätt det jag valt");
        Assert.DoesNotContain(Phone, await coach.Main.GetByLabel("Text som alla får läsa").InputValueAsync(), StringComparison.Ordinal);
        await coach.Main.Locator("[name='Input.PublicTitle']").FillAsync("Bänkar längs gångvägen");
        await coach.FillAsync("Vem har vilket behov?", "Äldre som går till affären behöver kunna vila på vägen.");
        await coach.ChooseAsync("Område", IdeaAreas.All[2].Code);
        await coach.ChooseAsync("Ansvarig enhet", unit.ToString());
        foreach (var (question, answer) in new[]
                 {
                     ("liknande", "ja"), ("ratt-plats", "ja"), ("jamstalldhet", "nej"), ("tillganglighet", "nej"), ("vard-risk", "nej"), ("kostnad", "ja"), ("flera-enheter", "nej"),
                 })
            await coach.TickValueAsync($"Input.{FormKeys.Sorting}.{question}", answer);
        await coach.TickValueAsync("Input.Track", Tracks.Full);
        await coach.TickValueAsync("Input.Outcome", "ADVANCE");
        await coach.FillAsync("Skäl", "Behovet är tydligt och rör många.");
        await coach.TickAsync("Inget gör mig partisk i det här ärendet");
        var loads = coach.PageLoads;
        await coach.PressAsync("Besluta");

        await coach.IsAtAsync("/arbete");
        // Masking shows the same page again; without it, sorting is one page.
        Assert.True(loads <= 1, $"Sorting took {loads} page loads.");
        Assert.Empty(coach.Trouble);
    }

    private async Task DecideNeedAsync(TestHost host, string number, bool script)
    {
        await using var owner = await Person.LogInAsync(chromium, host, Personas.NeedOwner, script);
        foreach (var form in new[] { FormKeys.NeedMap, FormKeys.StakeholderMap, FormKeys.Focus, FormKeys.Baseline, FormKeys.GenderRepresentation, FormKeys.Commitment })
            await owner.FillInAsync(host, number, form);

        await owner.GoAsync("/att-besluta");
        await owner.SeesAsync(number);
        await owner.GoAsync($"/att-besluta/{number}");
        owner.StartCounting();
        await owner.TickValueAsync("Input.Outcome", "ADVANCE");
        await owner.FillAsync("Skäl", "Vi vill veta hur bänkarna ska stå. Vi börjar med ett koncept.");
        await owner.TickAsync("Inget gör mig partisk i det här ärendet");
        Assert.Equal(0, owner.PageLoads);
        await owner.PressAsync("Besluta");

        Assert.True(owner.Path.StartsWith($"/arbete/{number}/beslut/", StringComparison.Ordinal), $"At {owner.Path}:{Environment.NewLine}{await owner.ReadAsync()}");
        Assert.Equal(Stages.Concept, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", number));
        Assert.Empty(owner.Trouble);
    }

    private async Task ReadTheWayAsync(TestHost host, string number, string code, bool script)
    {
        var receipt = await host.Mails.ArrivedAsync(Submitter, number);
        Assert.DoesNotContain("gångvägen", receipt.TextBody, StringComparison.OrdinalIgnoreCase);
        await TestKit.Eventually.TrueAsync(() => host.Mails.To(Submitter).Count(mail => $"{mail.Subject} {mail.TextBody}".Contains(number, StringComparison.Ordinal)) >= 3, "receipt and two replies by mail");

        await using var submitter = await Person.OpenAsync(chromium, host, script);
        await submitter.GoAsync("/folj");
        await submitter.Main.Locator("form[method=post] input:not([type=hidden])").First.FillAsync(code);
        await submitter.PressAsync("Visa min idé");
        await submitter.SeesAsync(number);
        await submitter.SeesAsync("Vi börjar med ett koncept.");

        await using var anyone = await Person.OpenAsync(chromium, host, script);
        await anyone.GoAsync($"/ideer/{number}");
        await anyone.SeesAsync("Bänkar längs gångvägen");
        await anyone.SeesAsync("Koncept");
        await anyone.SeesAsync("Behovet är tydligt");
        Assert.DoesNotContain(Phone, await anyone.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(submitter.Trouble.Concat(anyone.Trouble));
    }

    [GeneratedRegex(@"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")]
    private static partial Regex FollowCode();
}
