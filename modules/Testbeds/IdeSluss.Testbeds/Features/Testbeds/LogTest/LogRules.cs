using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.LogTest;

/// <summary>What a line of the log and a measured value must have.</summary>
internal static class LogRules
{
    public const int HighestEase = 7;
    private const decimal Most = 1_000_000_000m;

    public static IEnumerable<FieldError> Check(LogInput input, Trial trial, DateOnly today)
    {
        if (input.Kind is null || !Enum.IsDefined(input.Kind.Value)) yield return new("kind", "Vad gäller det: välj ett alternativ.");
        if (input.Day is null) yield return new("day", "Dag: fyll i.");
        else if (input.Day > today) yield return new("day", "Dag: den kan inte ligga framåt i tiden.");
        else if (input.Day < trial.StartedAt!.Value.StockholmDay()) yield return new("day", "Dag: testet hade inte börjat.");
        if (input.Kind == TrialLogKind.Usability && input.Value is null or < 1 or > HighestEase) yield return new("value", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Tal"), 1, HighestEase));
        if (input.Kind == TrialLogKind.Cost && input.Value is null or < 0 or > Most) yield return new("value", "Tal: skriv kostnaden i kronor.");
        if (input.Kind is TrialLogKind.Note or TrialLogKind.Deviation or TrialLogKind.Accessibility && string.IsNullOrWhiteSpace(input.Text)) yield return new("text", "Vad hände: fyll i.");
        if (input.Text?.Trim().Length > Trial.LongestText) yield return TooLong("text", "Vad hände", Trial.LongestText);
        if (input.Reference?.Trim().Length > Trial.LongestLine) yield return TooLong("reference", "Nummer eller krav", Trial.LongestLine);
    }

    public static IEnumerable<FieldError> Check(MeasureInput input)
    {
        if (input.Result is null or < -Most or > Most) yield return new("result", "Efter: skriv ett tal.");
        if (input.Count is null or < 0 or > 1_000_000) yield return new("count", "Antal mätningar: skriv ett tal.");
        if (string.IsNullOrWhiteSpace(input.Uncertainty)) yield return new("uncertainty", "Hur säkert är det: fyll i.");
        else if (input.Uncertainty.Trim().Length > Trial.LongestLine) yield return TooLong("uncertainty", "Hur säkert är det", Trial.LongestLine);
        if (string.IsNullOrWhiteSpace(input.Source)) yield return new("source", "Källa: fyll i.");
        else if (input.Source.Trim().Length > Trial.LongestLine) yield return TooLong("source", "Källa", Trial.LongestLine);
    }

    public static FieldError TooLong(string field, string label, int most) => new(field, new Text("{0}: högst {1} tecken.", new Text(label), most));
}
