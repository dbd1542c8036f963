using System.Text.Json.Serialization;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <param name="Name">Swedish, also the key of its translation.</param>
internal sealed record PartName(string Code, string Name)
{
    /// <summary>Somebody's own, which has no translation.</summary>
    [JsonIgnore]
    public bool IsOwnName { get; init; }

    /// <summary>What is left of that nämnd, when its units are told one by one.</summary>
    [JsonIgnore]
    public bool IsRest { get; init; }

    [JsonIgnore]
    public Text Said => IsRest ? new Text("Övriga inom {0}", Own(Name)) : IsOwnName ? Own(Name) : Name;

    public static Text Own(string name) => new("{0}", name);
}

/// <summary>What the parts of each way to divide are called, in the order in which they are shown.</summary>
internal sealed class StatisticsNames(IJudgedCases cases, IEnumerable<IntakeChannel> channels, IOrganisation organisation, IWorkflowRegistry workflows)
{
    public async Task<IReadOnlyList<PartName>> OfAsync(string dimension, CancellationToken cancellationToken) => dimension switch
    {
        Dimensions.Area => [.. cases.Areas.Select(area => new PartName(area.Code, area.Name)), new(Dimensions.None, "Inget område än")],
        Dimensions.Channel => [.. channels.DistinctBy(channel => channel.Code).Select(channel => new PartName(channel.Code, channel.Name))],
        Dimensions.Authority => [.. (await organisation.AuthoritiesAsync(cancellationToken)).Select(authority => new PartName(authority.Code, authority.Name) { IsOwnName = true }), new(Dimensions.Others, "Annan nämnd")],
        Dimensions.Stage => [.. workflows.Current(DefaultWorkflow.Key)!.Stages.Where(stage => !stage.IsEnd).Select(stage => new PartName(stage.Code, stage.Name))],
        Dimensions.Gate => [.. Indicator.Decisions.Select(gate => new PartName(gate, EvaluationWords.GateName(gate))), new(Dimensions.Others, "Andra beslut")],
        Dimensions.Unit => await UnitsAsync(cancellationToken),
        Dimensions.Majority => [new("kvinnor", "Områden med mest kvinnor"), new("lika", "Områden med ungefär lika"), new("man", "Områden med mest män"), new(Dimensions.Unsaid, "Områden utan uppgift")],
        Dimensions.Adapted => [new("nej", "Med vanlig text"), new("ja", "Lättläst, med bilder, uppläst eller på teckenspråk")],
        Dimensions.Submitter => [.. QuarterTables.Submitters.Select(kind => new PartName(kind, StatisticsWords.Submitter(kind)))],
        Dimensions.Sex => [new("kvinna", "Kvinnor"), new("man", "Män"), new("annat", "Annat, eller vill inte svara"), new(Dimensions.Unsaid, "Har inte sagt det")],
        Dimensions.Age => [new("Under18", "Under 18 år"), new("From18To64", "18–64 år"), new("From65To79", "65–79 år"), new("From80", "80 år och äldre"), new("Unknown", "Ålder inte känd")],
        Dimensions.Role => [new("Manager", "Chefer"), new("ElectedMember", "Förtroendevalda"), new(Dimensions.Others, "Andra")],
        Dimensions.Benefit => [.. QuarterTables.BenefitKinds.Select(kind => new PartName(kind.Key, BenefitWords.Of(kind.Value)))],
        Dimensions.Nature => [.. SolutionNatures.All.Select(nature => new PartName(nature.Code, nature.Name))],
        _ when BarometerForm.QuestionOf(dimension) is { AllowsSeveral: false } question => [.. question.Field.Options.Select(option => new PartName(option.Value, option.Label))],
        _ => [new("ja", "Ja"), new("nej", "Nej")],
    };

    /// <summary>By authority, each unit after the one above it, and last what is left.</summary>
    private async Task<IReadOnlyList<PartName>> UnitsAsync(CancellationToken cancellationToken)
    {
        var (authorities, units) = (await organisation.AuthoritiesAsync(cancellationToken), await organisation.UnitsAsync(cancellationToken));
        var tree = UnitTree.Of(units, authorities.ToDictionary(authority => authority.Id, authority => authority.Code));
        return
        [
            .. authorities.SelectMany(authority => units.Where(unit => unit.AuthorityId == authority.Id).Select(unit => new PartName(tree.PartOf(unit.Id)!, unit.Name) { IsOwnName = true })
                .Append(new(UnitTree.Rest(authority.Code), authority.Name) { IsRest = true })),
        ];
    }
}

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class StatisticsWords
{
    public static string Submitter(string kind) => kind switch
    {
        "Employee" => "Medarbetare",
        "Elected" => "Förtroendevald",
        "Organisation" => "Förening eller företag",
        _ => "Invånare",
    };

    public static string Dimension(string dimension) => dimension switch
    {
        Dimensions.Area => "område",
        Dimensions.Channel => "väg in",
        Dimensions.Authority => "nämnd",
        Dimensions.Unit => "enhet",
        Dimensions.Majority => "vilka som mest arbetar i området",
        Dimensions.Adapted => "hur man fick frågan",
        Dimensions.Gate => "beslut",
        Dimensions.Stage => "etapp",
        Dimensions.Submitter => "idégivare",
        Dimensions.Sex => "kön",
        Dimensions.Age => "ålder",
        Dimensions.Novelty => "hur nytt det är",
        Dimensions.Kind => "slag",
        Dimensions.Value => "värde",
        Dimensions.Driver => "drivkraft",
        Dimensions.Partner => "samarbete",
        Dimensions.Origin => "förebild",
        Dimensions.SpreadOn => "spridning",
        Dimensions.Obstacle => "hinder",
        Dimensions.Understood => "blev du förstådd",
        Dimensions.Fair => "var det rättvist",
        Dimensions.Again => "skulle du göra det igen",
        Dimensions.Nature => "slag av lösning",
        Dimensions.Benefit => "slag av nytta",
        _ => "roll",
    };

    public static Text Period(string period) => Privacy.QuarterName.IsQuarter(period) ? new Text("{0}, kvartal {1}", period[..4], period[5]) : new Text("{0}", period);

    /// <summary>As one writes it: 12 500.</summary>
    public static string Whole(int count) => count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    public static Text Say(PublishedCell cell) => cell.State switch
    {
        CellState.Shown => new Text("{0}", Whole(cell.Count!.Value)),
        CellState.Few => "färre än 5",
        _ => "visas inte",
    };
}
