using IdeSluss.Evaluation.Domain;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class ProgrammeWords
{
    public static string State(string state) => ProgrammeForms.States.FirstOrDefault(option => option.Value == state)?.Label ?? state;

    public static StatusKind Tag(string state) => state switch
    {
        "klar" => StatusKind.Success,
        "pagar" => StatusKind.Info,
        "avbruten" => StatusKind.Warning,
        _ => StatusKind.Neutral,
    };

    public static string Audience(string audience) => ProgrammeForms.Audiences.FirstOrDefault(option => option.Value == audience)?.Label ?? audience;

    public static string Of(EntryKind kind) => kind == EntryKind.Spending ? "Kostnad" : "Bidrag";
}
