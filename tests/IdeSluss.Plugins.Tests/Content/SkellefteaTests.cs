using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Plugins.Tests.Content;

public sealed class SkellefteaHost() : TestHost(new() { Municipality = "skelleftea" });

/// <summary>What Skellefteå's plugin makes of an instance.</summary>
public sealed class SkellefteaTests(SkellefteaHost host) : IClassFixture<SkellefteaHost>
{
    private readonly DeclaredContent content = new(host);

    [Fact]
    public void It_serves_Skelleftea() => content.IsMunicipality("2482", "Skellefteå kommun", "212000-2643", authorities: 4);

    [Fact]
    public void Its_reference_data_hangs_together() => content.OrganisationHangsTogether();

    [Fact]
    public void Cases_and_diary_numbers_look_as_in_Skelleftea()
    {
        Assert.Equal("IDE-2025-000142", content.Only<CaseNumberPattern>().Format(2025, 142));
        Assert.Matches(content.Only<DiaryNumberPattern>().Regex, "SN 2016-000001 700");
        Assert.Matches(content.Only<DiaryNumberPattern>().Regex, "SN 2016-000002");
        Assert.DoesNotMatch(content.Only<DiaryNumberPattern>().Regex, "17SN368");
    }

    [Fact]
    public void Ideas_come_in_as_proposals_too() => content.HasChannel("SKELLEFTEAFORSLAG", "Skellefteåförslag");

    [Fact]
    public void Support_and_service_logs_how_people_took_part_and_asks_for_consent_they_understand()
    {
        var workflow = content.Variant("SKELLEFTEA_STOD_SERVICE_V1");

        Assert.Contains(workflow.GateOf(Gates.Need).Evidence, evidence => evidence is { Form: "delaktighetslogg", Blocking: true });
        Assert.Contains(workflow.GateOf(Gates.Test).Evidence, evidence => evidence is { Form: "skelleftea-lattlast-samtycke", Blocking: true });
        Assert.Contains(workflow.GateOf(Gates.Implement).Requirements!, requirement => requirement is { Code: Requirements.BodyConsulted, Subject: "DISABILITY_COUNCIL", When: null });
        Assert.Contains(workflow.GateOf(Gates.Implement).Requirements!, requirement => requirement is { Code: Requirements.BodyConsulted, Subject: "MINORITY_COUNCIL", When: { Form: "delaktighetslogg", Condition.Field: "minoritetssprak" } });
        content.ConsultsOnlyWhoIsThere(workflow);
        Assert.Contains("SK-SOS-DV1", workflow.AppliesToUnits);
        content.LightTracksStayLight(workflow);
    }

    [Fact]
    public void Cases_from_before_the_sprint_keep_their_way()
    {
        var before = content.Version("SKELLEFTEA_STOD_SERVICE_V1", 2);

        Assert.Null(before.TrackOf("SPRINT"));
        Assert.Equal(content.Variant("SKELLEFTEA_STOD_SERVICE_V1").Gates.Select(gate => gate.Code), before.Gates.Select(gate => gate.Code));
    }

    [Fact]
    public void A_sprint_is_the_full_way_with_need_and_concept_in_five_working_days()
    {
        var workflow = content.Variant("SKELLEFTEA_STOD_SERVICE_V1");

        Assert.Equal(TimeLimit.WorkingDays(5), workflow.TrackOf("SPRINT")!.Together!.Limit);
        Assert.Equal([Stages.Need, Stages.Concept], workflow.TrackOf("SPRINT")!.Together!.Stages);
        Assert.All(workflow.Gates, gate => Assert.Equal(gate.EvidenceIn(Tracks.Full).Select(one => one.Form), gate.EvidenceIn("SPRINT").Select(one => one.Form)));
    }

    [Fact]
    public async Task Its_theme_and_mark_are_served() => await content.LookIsServedAsync("skelleftea", "Inter");

    [Fact]
    public async Task Pages_carry_its_name() => await content.PagesCarryAsync("Idéslussen i Skellefteå", "0910-73 50 00");

    [Fact]
    public void Everything_it_says_has_its_English() => content.FormsHaveEnglish("delaktighetslogg", "skelleftea-lattlast-samtycke");
}
