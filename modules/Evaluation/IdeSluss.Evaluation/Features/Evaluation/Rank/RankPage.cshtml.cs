using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Rank;

[RequirePermission(EvaluationPermissions.ReadRounds)]
internal sealed class RankPageModel(RankIdeas rank) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "infor")]
    public string? Wanted { get; set; }

    public string Gate { get; private set; } = "";

    public IReadOnlyList<RankGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Gate = EvaluationWords.JudgedGates.FirstOrDefault(gate => gate == Wanted) ?? Ideas.Contracts.Gates.Implement;
        Groups = await rank.OfAsync(Gate, cancellationToken);
    }

    /// <summary>How much of the order is the weights' doing, in one sentence.</summary>
    public static Text Sentence(RankGroup group) => group.Lines.Count(line => line.Line.Moves) switch
    {
        0 => (Text)"Ordningen är densamma om någon vikt halveras eller dubblas, och om alla frågor väger lika.",
        1 => "En idé byter plats om någon vikt halveras eller dubblas, eller om alla frågor väger lika. Skillnaden är liten.",
        var moves => new("{0} idéer byter plats om någon vikt halveras eller dubblas, eller om alla frågor väger lika. Låt inte ordningen avgöra ensam.", moves),
    };
}
