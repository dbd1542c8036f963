using System.Globalization;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class FollowUpWords
{
    public static string Of(BenefitStatus status) => status switch
    {
        BenefitStatus.Reached => "Målet är nått",
        BenefitStatus.OnTheWay => "På väg",
        BenefitStatus.NotReached => "Målet nås inte",
        _ => "Inte sagt",
    };

    public static StatusKind Tag(BenefitStatus status) => status switch
    {
        BenefitStatus.Reached => StatusKind.Success,
        BenefitStatus.OnTheWay => StatusKind.Info,
        BenefitStatus.NotReached => StatusKind.Danger,
        _ => StatusKind.Neutral,
    };

    public static string Of(FollowUpState state) => state switch
    {
        FollowUpState.Planned => "Planerad",
        FollowUpState.Open => "Väntar på svar",
        FollowUpState.Answered => "Klar",
        _ => "Behövs inte",
    };

    public static StatusKind Tag(FollowUpState state) => state switch
    {
        FollowUpState.Answered => StatusKind.Success,
        FollowUpState.Open => StatusKind.Warning,
        _ => StatusKind.Neutral,
    };

    public static string OutcomeOf(string outcome) => outcome switch
    {
        "SPREAD" => "Avslutad, och ska spridas till fler",
        "CLOSE" => "Avslutad som genomförd",
        "ADJUST" => "Justeras, och mäts en gång till",
        _ => outcome,
    };

    public static string Number(decimal? number) => number is { } known ? BenefitWords.Number(known) : "–";

    public static string Signed(decimal number) => number.ToString("+#,##0;\u2212#,##0;0", CultureInfo.CurrentCulture);
}
