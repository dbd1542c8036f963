using System.Globalization;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class EvaluationWords
{
    /// <summary>The decisions that ideas are judged before, in their order.</summary>
    public static IReadOnlyList<string> JudgedGates { get; } = [Gates.Need, Gates.Test, Gates.Evaluate, Gates.Implement, Gates.Benefit];

    public static string GateName(string gate) => gate switch
    {
        Gates.Triage => "Sorteringsbeslut",
        Gates.Need => "Behovsbeslut",
        Gates.Test => "Testbeslut",
        Gates.Evaluate => "Utvärderingsbeslut",
        Gates.Implement => "Införandebeslut",
        Gates.Handover => "Överlämning till linjen",
        Gates.Benefit => "Effektbeslut",
        _ => gate,
    };

    /// <summary>A score as it is shown: one decimal, two where there are two.</summary>
    public static string Score(decimal score) => score.ToString("0.0#", CultureInfo.CurrentCulture);

    public static string Of(SheetState state) => state switch
    {
        SheetState.Draft => "Utkast",
        SheetState.Used => "Används",
        _ => "Används inte längre",
    };

    public static StatusKind Tag(SheetState state) => state switch
    {
        SheetState.Used => StatusKind.Success,
        SheetState.Draft => StatusKind.Info,
        _ => StatusKind.Neutral,
    };

    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Waiting => "Väntar",
        ReviewState.Sent => "Skickad",
        ReviewState.Declined => "Avstod",
        ReviewState.Withdrawn => "Inte tillfrågad längre",
        _ => "Har slutat",
    };

    public static StatusKind Tag(ReviewState state) => state switch
    {
        ReviewState.Sent => StatusKind.Success,
        ReviewState.Waiting => StatusKind.Info,
        _ => StatusKind.Neutral,
    };

    public static string Of(RoundEnd end) => end switch
    {
        RoundEnd.AllSent => "Alla har svarat",
        RoundEnd.ClosedEarly => "Avslutad innan alla hade svarat",
        _ => "Idén gick vidare innan alla hade svarat",
    };

    public static string CodeOf(RoundEnd end) => end switch
    {
        RoundEnd.AllSent => "ALL_SENT",
        RoundEnd.ClosedEarly => "CLOSED_EARLY",
        _ => "IDEA_MOVED_ON",
    };
}
