using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.People.Contracts;
using IdeSluss.Ui.Inputs;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>What cases can be narrowed to.</summary>
internal sealed class CaseChoices(SluiceOrder sluice, IOrganisation organisation, IStringLocalizer texts)
{
    private static readonly (string Address, IdeaStatus Status, string Name)[] StatusNames =
    [
        ("pagar", IdeaStatus.Active, "Pågår"), ("vantar", IdeaStatus.Waiting, "Väntar på svar"), ("parkerad", IdeaStatus.Parked, "Parkerad"), ("avslutad", IdeaStatus.Closed, "Avslutad"),
    ];

    public IReadOnlyList<Choice> Stages => [.. sluice.Stages.Select(stage => new Choice(stage.Code, texts[stage.Name]))];

    public IReadOnlyList<Choice> Tracks => [.. sluice.Tracks.Select(track => new Choice(track.Code, texts[track.Name]))];

    public IReadOnlyList<Choice> Statuses => [.. StatusNames.Select(status => new Choice(status.Address, texts[status.Name]))];

    public static IdeaStatus? StatusOf(string? address) => StatusNames.Where(one => one.Address == address).Select(one => (IdeaStatus?)one.Status).FirstOrDefault();

    public async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellationToken) =>
        [.. (await organisation.UnitsAsync(cancellationToken)).Select(unit => new Choice(unit.Id.ToString(), new string('\u2003', unit.Depth) + unit.Name))];
}
