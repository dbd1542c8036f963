using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <param name="Dimension">In the statistics.</param>
internal sealed record TrustQuestion(string Dimension, Field Field);

/// <summary>Three questions when it is decided (<c>domain.md</c> 3.6, E18). The order is that of the stored numbers: other questions are another version.</summary>
internal static class TrustForm
{
    private static readonly IReadOnlyList<Option> Scale = [new("1", "Nej, inte alls"), new("2", "Nej, knappast"), new("3", "Delvis"), new("4", "Ja, till stor del"), new("5", "Ja, helt")];

    public static IReadOnlyList<TrustQuestion> Questions { get; } =
    [
        new(Dimensions.Understood, Field.Choice("forstadd", "Blev du förstådd?", Scale, required: true).AsScale()),
        new(Dimensions.Fair, Field.Choice("rattvist", "Var det rättvist?", Scale, "Också ett nej kan vara rättvist.", required: true).AsScale()),
        new(Dimensions.Again, Field.Choice("igen", "Skulle du lämna en idé igen?", Scale, required: true).AsScale()),
    ];

    public static FormDefinition Definition { get; } = new("fortroende", 1, "Tre frågor om hur det gick", "Svara som du tycker. Det påverkar inte din idé.", [.. Questions.Select(question => question.Field)]);

    /// <summary>One answer as numbers to add to the others: a one at the chosen step of each question.</summary>
    public static int[] CountsOf(Answers answers)
    {
        var counts = new int[Questions.Count * TrustSum.Steps];
        for (var at = 0; at < Questions.Count; at++) counts[(at * TrustSum.Steps) + (int)answers.Number(Questions[at].Field.Key)!.Value - 1] = 1;
        return counts;
    }
}
