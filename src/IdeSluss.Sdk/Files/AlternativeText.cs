using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Files;

/// <summary>What a picture shows, for those who do not see it (WCAG 1.1.1). Every picture has one.</summary>
public static class AlternativeText
{
    /// <summary>Speech reads it in one breath; longer descriptions belong in the text beside the picture.</summary>
    public const int Longest = 250;

    /// <returns>Null when it will do.</returns>
    public static FieldError? Check(string field, string? text) => (text?.Trim().Length ?? 0) switch
    {
        0 => new(field, "Beskriv vad bilden visar, för den som inte ser den."),
        > Longest => new(field, new Text("Beskrivningen av bilden får ha högst {0} tecken.", Longest)),
        _ => null,
    };
}
