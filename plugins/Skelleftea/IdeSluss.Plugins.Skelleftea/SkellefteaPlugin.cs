using IdeSluss.Ideas.Contracts;
using IdeSluss.Plugins.Skelleftea.Testbeds;
using IdeSluss.Plugins.Skelleftea.Workflows;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Plugins.Skelleftea;

/// <summary>Makes an instance Skellefteå's: names, neutral look, organisation, channels, texts, languages and the workflow of stöd och service.</summary>
public sealed class SkellefteaPlugin : IMunicipalityPlugin
{
    private string? dutyPhone;

    public string Slug => "skelleftea";

    public Municipality Municipality => SkellefteaOrganisation.Municipality;

    public Branding Branding => SkellefteaBranding.With(dutyPhone);

    public void Compose(IPluginBuilder plugin)
    {
        plugin.Setting(new("IdeSluss:DutyPhone", SettingKind.Text, null, "0911-00 00 00", "Telefon dygnet runt, för den som är i fara; visas där missförhållanden lämnas.", "Telephone around the clock, for those in danger; shown where irregularities are reported."));
        dutyPhone = plugin.Configuration["IdeSluss:DutyPhone"];

        plugin.Provide(new CaseNumberPattern("IDE-{YYYY}-{SEQ:6}"));
        // Seen on decisions from 2016, for example SN 2016-000001 700.
        plugin.Provide(new DiaryNumberPattern("{AUTHORITY} {YYYY}-{SEQ:6} {CLASS}", @"^[A-ZÅÄÖ]{2,5} \d{4}-\d{6}( \d{3})?$"));
        // Replaced medborgarförslag in 2019: anyone, of any age and residence, one idea per proposal.
        plugin.Provide(new IntakeChannel("SKELLEFTEAFORSLAG", "Skellefteåförslag", OnBehalf: true));
        plugin.Provide(new StartPageTexts(
            "Har du en idé som gör livet i Skellefteå bättre? Lämna den här. Alla får lämna idéer, oavsett ålder och var du bor.",
            "Du kan också ringa eller besöka kundtjänst. Vi skriver ner idén åt dig, på det språk du vill."));

        foreach (var law in SkellefteaLanguages.Laws) plugin.Provide(law);
        foreach (var right in SkellefteaLanguages.Rights) plugin.Provide(right);
        plugin.Provide(new DemoIdeaSource(typeof(SkellefteaPlugin).Assembly, "Demo/ideas.json"));
        foreach (var form in SkellefteaForms.All) plugin.Form(form);
        foreach (var council in SkellefteaCouncils.All) plugin.Provide(council);
        foreach (var rule in SkellefteaDelegation.All) plugin.Provide(rule);
        foreach (var variant in SupportAndServiceWorkflow.All) plugin.WorkflowVariant(variant);
        plugin.Fill(IdeaSlots.IdeaPageAside, "/Features/Skelleftea/ChallengesAndSprints.cshtml");
        plugin.Fill(IdeaSlots.StartPage, "/Features/Skelleftea/YourLanguage.cshtml");
        foreach (var testbed in SkellefteaTestbeds.All) plugin.Provide(testbed);
        foreach (var example in SkellefteaBookings.Equipment) plugin.Provide(example);
        foreach (var example in SkellefteaBookings.Bookings) plugin.Provide(example);
        foreach (var example in SkellefteaBookings.Closures) plugin.Provide(example);
        foreach (var trial in SkellefteaTrials.All) plugin.Provide(trial);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
