using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.Evaluate;

internal static class EvaluationWords
{
    /// <summary>In addresses.</summary>
    public static string AddressOf(EvaluationRound round) => round == EvaluationRound.After ? "efter" : "senare";

    /// <returns>Null when there is no such round.</returns>
    public static EvaluationRound? RoundOf(string? address) => address switch { "efter" => EvaluationRound.After, "senare" => EvaluationRound.Later, _ => null };

    public static string Of(EvaluationRound round) => round == EvaluationRound.After ? "Direkt efter" : "Efter tre månader";
}
