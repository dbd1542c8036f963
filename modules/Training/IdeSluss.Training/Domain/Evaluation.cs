namespace IdeSluss.Training.Domain;

internal enum EvaluationRound
{
    /// <summary>The day after: was it good, and did one learn (Kirkpatrick's levels 1 and 2).</summary>
    After,

    /// <summary>Three months later: does one do otherwise (level 3).</summary>
    Later,
}

/// <summary>Someone has been asked, and whether they have answered. Nothing ties them to what they answered.</summary>
internal sealed class EvaluationAsked
{
    public required Guid EnrolmentId { get; init; }
    public required EvaluationRound Round { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public bool Answered { get; set; }
}

/// <summary>An answer by nobody: no person, no enrolment and no time, so that it cannot be led back to anyone (<c>domain.md</c> 4.1).</summary>
internal sealed class EvaluationAnswer
{
    public const int LongestText = 2_000;

    /// <summary>Random and not by time, so that the order of answers does not tell who came first.</summary>
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required EvaluationRound Round { get; init; }

    /// <summary>1 to 5 for each of <see cref="EvaluationQuestions.Of"/>.</summary>
    public required int[] Scores { get; init; }
    public string? Good { get; init; }
    public string? Better { get; init; }
}

/// <summary>Six statements, each 1 (no) to 5 (yes).</summary>
internal static class EvaluationQuestions
{
    public const int LeastShown = 5;
    public const int LaterDays = 91;

    public static IReadOnlyList<string> Of(EvaluationRound round) => round == EvaluationRound.After
        ?
        [
            "Kursen var värd tiden.", "Jag förstod vad som sades.", "Jag kunde delta på lika villkor.", "Jag kan mer nu än före kursen.", "Jag vet vad jag ska göra annorlunda.", "Jag skulle rekommendera kursen till en kollega.",
        ]
        :
        [
            "Jag gör något på ett annat sätt efter kursen.", "Jag har fått tid att använda det jag lärde mig.", "Min chef frågar efter det jag lärde mig.", "Det har gjort skillnad för dem vi är till för.", "Jag kommer ihåg det viktigaste.", "Jag skulle rekommendera kursen till en kollega.",
        ];
}
