using IdeSluss.Ideas.Contracts;
using IdeSluss.Plugins.Pitea.Testbeds;
using IdeSluss.Plugins.Pitea.Workflows;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Plugins.Pitea;

/// <summary>Makes an instance Piteå's: names, look, organisation, channels, texts and the eldercare workflow.</summary>
public sealed class PiteaPlugin : IMunicipalityPlugin
{
    private string? dutyPhone;

    public string Slug => "pitea";

    public Municipality Municipality => PiteaOrganisation.Municipality;

    public Branding Branding => PiteaBranding.With(dutyPhone);

    public void Compose(IPluginBuilder plugin)
    {
        plugin.Setting(new("IdeSluss:DutyPhone", SettingKind.Text, null, "0911-00 00 00", "Telefon dygnet runt, för den som är i fara; visas där missförhållanden lämnas.", "Telephone around the clock, for those in danger; shown where irregularities are reported."));
        dutyPhone = plugin.Configuration["IdeSluss:DutyPhone"];

        plugin.Provide(new CaseNumberPattern("{YY}IDE{SEQ}"));
        // Seen on decisions from 2013 and 2017, for example 17SN368.
        plugin.Provide(new DiaryNumberPattern("{YY}{AUTHORITY}{SEQ}", @"^\d{2}[A-ZÅÄÖ]{2,4}\d{1,5}$"));
        // Coaches go out to meet people over breakfast and register what they hear.
        plugin.Provide(new IntakeChannel("BREAKFAST_MEETING", "Frukostmöte", OnBehalf: true));
        plugin.Provide(new StartPageTexts(
            "Har du en idé som gör vardagen bättre i Piteå? Berätta för oss, med egna ord.",
            "Du kan också ringa eller besöka kontaktcenter, eller prata med projektkontoret på ett frukostmöte. Vi skriver ner idén åt dig."));

        plugin.Provide(new DemoIdeaSource(typeof(PiteaPlugin).Assembly, "Demo/ideas.json"));
        foreach (var form in PiteaForms.All) plugin.Form(form);
        foreach (var council in PiteaCouncils.All) plugin.Provide(council);
        foreach (var rule in PiteaDelegation.All) plugin.Provide(rule);
        plugin.WorkflowVariant(EldercareWorkflow.Variant);
        plugin.Provide(new CoachPool("Projektkontoret", PiteaOrganisation.ProjectOffice, [EldercareWorkflow.Variant.Key], []));
        plugin.Fill(IdeaSlots.IdeaPageAside, "/Features/Pitea/ProjectOfficeCoaches.cshtml");
        foreach (var testbed in PiteaTestbeds.All) plugin.Provide(testbed);
        foreach (var example in PiteaBookings.Equipment) plugin.Provide(example);
        foreach (var example in PiteaBookings.Bookings) plugin.Provide(example);
        foreach (var example in PiteaBookings.Closures) plugin.Provide(example);
        foreach (var trial in PiteaTrials.All) plugin.Provide(trial);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
