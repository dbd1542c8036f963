using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Plugins.Skelleftea.Workflows;

/// <summary>
/// What a förvaltningschef decides in the nämnd's place. The delegation orders have not been read: numbers and limit are proposals, the same for every nämnd, and are
/// shown as unconfirmed until the municipality has put its own here.
/// </summary>
internal static class SkellefteaDelegation
{
    private const int ProposedLimit = 250_000;

    public static IReadOnlyList<DelegationRule> All { get; } =
    [
        new(Gates.Test, "IDE 1", "Prova en förbättring") { ToBeConfirmed = true },
        new(Gates.Implement, "IDE 2", "Införa en förbättring", MostCost: ProposedLimit) { ToBeConfirmed = true },
    ];
}
