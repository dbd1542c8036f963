using IdeSluss.People.Contracts;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Ui.Inputs;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.EditResource;

/// <summary>What one chooses between for something that can be booked.</summary>
internal static class ResourceChoices
{
    /// <param name="alone">It belongs to no test bed: then it is something to carry or drive away.</param>
    public static IReadOnlyList<Choice> Kinds(IStringLocalizer texts, bool alone) =>
        [.. Enum.GetValues<ResourceKind>().Where(kind => !alone || BelongsToNoPlace(kind)).Select(kind => new Choice(kind.ToString(), texts[TestbedWords.Of(kind)]))];

    public static bool BelongsToNoPlace(ResourceKind kind) => kind is ResourceKind.Equipment or ResourceKind.Vehicle;

    public static IReadOnlyList<Choice> Units(IStringLocalizer texts) => [.. Enum.GetValues<BookingUnit>().Select(unit => new Choice(unit.ToString(), texts[TestbedWords.Of(unit)]))];

    public static IReadOnlyList<Choice> Policies(IStringLocalizer texts) =>
    [
        new(nameof(ApprovalPolicy.Always), texts["Ja"]), new(nameof(ApprovalPolicy.WithoutRole), texts["Bara för den som inte har någon roll i idéslussen"]),
        new(nameof(ApprovalPolicy.Never), texts["Nej, alla som kan logga in bokar direkt"]),
    ];

    public static IReadOnlyList<Choice> Exempt(IStringLocalizer texts) => [.. Roles.All.Select(role => new Choice(role.Code, texts[role.Name]))];
}
