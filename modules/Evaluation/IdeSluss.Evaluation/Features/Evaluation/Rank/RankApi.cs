using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Rank;

internal sealed record RankAnswer(string Sheet, int SheetVersion, IReadOnlyList<RankAnswerLine> Ideas);

internal sealed record RankAnswerLine(int Place, int SharedWith, int BestPlace, int WorstPlace, string CaseNumber, string? Title, decimal Score, decimal Lowest, decimal Highest, int Count, bool FarApart);

internal static class RankApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ranking", async (string? gate, RankIdeas rank, CancellationToken cancellationToken) =>
                EvaluationWords.JudgedGates.Contains(gate ?? "")
                    ? Outcome<IReadOnlyList<RankGroup>>.FromT(await rank.OfAsync(gate!, cancellationToken)).ToHttp(groups => TypedResults.Ok(groups.Select(Of).ToList()))
                    : Outcome<Done>.FromProblem(Problem.Invalid(new FieldError("gate", "Inför vilket beslut: välj ett alternativ."))).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ReadRounds).Produces<IReadOnlyList<RankAnswer>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömning").WithSummary("Idéer i ordning efter bedömning")
            .WithDescription("Idéer som väntar på samma beslut, en grupp för varje version av en mall. Lika poäng ger samma plats. `bestPlace` och `worstPlace` är platserna när varje vikt halveras eller dubblas, och när alla väger lika.");

    private static RankAnswer Of(RankGroup group) => new(group.SheetCode, group.SheetNumber, [.. group.Lines.Select(one => new RankAnswerLine(
        one.Line.Place, one.Line.Shared, one.Line.Best, one.Line.Worst, one.Line.Idea.CaseNumber, one.Title, one.Line.Score, one.Line.Lowest, one.Line.Highest, one.Line.Idea.Judgements.Count, one.FarApart))]);
}
