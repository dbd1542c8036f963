using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Plugins.Tests.Content;

/// <summary>What Piteå's plugin makes of an instance.</summary>
public sealed class PiteaTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly DeclaredContent content = new(host);

    [Fact]
    public void It_serves_Pitea() => content.IsMunicipality("2581", "Piteå kommun", "212000-2759", authorities: 8);

    [Fact]
    public void Its_reference_data_hangs_together() => content.OrganisationHangsTogether();

    [Fact]
    public void Cases_and_diary_numbers_look_as_in_Pitea()
    {
        Assert.Equal("25IDE142", content.Only<CaseNumberPattern>().Format(2025, 142));
        Assert.Matches(content.Only<DiaryNumberPattern>().Regex, "17SN368");
        Assert.Matches(content.Only<DiaryNumberPattern>().Regex, "13KS288");
        Assert.DoesNotMatch(content.Only<DiaryNumberPattern>().Regex, "SN 2016-000001 700");
    }

    [Fact]
    public void Ideas_come_in_over_breakfast_too() => content.HasChannel("BREAKFAST_MEETING", "Frukostmöte");

    [Fact]
    public void Eldercare_asks_the_panel_the_councils_and_the_responsible_nurse()
    {
        var workflow = content.Variant("PITEA_ALDREOMSORG_V1");

        Assert.Contains(workflow.GateOf(Gates.Need).Evidence, evidence => evidence is { Form: "panelresultat", Blocking: false });
        Assert.Contains(workflow.GateOf(Gates.Test).Requirements!, requirement => requirement is { Code: Requirements.FormSigned, Subject: ConsultationBodies.ResponsibleNurse, Blocking: true });
        foreach (var council in new[] { "PENSIONERS_COUNCIL", "ACCESSIBILITY_COUNCIL" })
        {
            Assert.Contains(workflow.GateOf(Gates.Need).Requirements!, requirement => requirement.Code == Requirements.BodyConsulted && requirement.Subject == council && !requirement.Blocking);
            Assert.Contains(workflow.GateOf(Gates.Implement).Requirements!, requirement => requirement.Code == Requirements.BodyConsulted && requirement.Subject == council && requirement.Blocking);
        }

        content.ConsultsOnlyWhoIsThere(workflow);
        Assert.Contains("SOC-AO-HT1", workflow.AppliesToUnits);
        content.LightTracksStayLight(workflow);
    }

    [Fact]
    public async Task Its_theme_and_mark_are_served() => await content.LookIsServedAsync("pitea", "Work Sans");

    [Fact]
    public async Task Pages_carry_its_name() => await content.PagesCarryAsync("Idéslussen i Piteå", "0911-69 60 00");

    [Fact]
    public void Everything_it_says_has_its_English() => content.FormsHaveEnglish("panelresultat");
}
