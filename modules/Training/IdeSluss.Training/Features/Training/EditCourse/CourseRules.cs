using System.Text.RegularExpressions;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.EditCourse;

/// <summary>What a course must have and may hold. A field's name is that of the record, in camel case as the API has it.</summary>
internal static partial class CourseRules
{
    public static IReadOnlyList<string> Languages { get; } = ["sv", "en", "fi", "se", "sgn-SE"];

    /// <param name="codes">Those of all courses.</param>
    public static IEnumerable<FieldError> Check(CourseRecord record, string code, IReadOnlyCollection<string> codes)
    {
        if (!CodePattern().IsMatch(code)) yield return new("code", new Text("Kod: skriv bokstäver, bindestreck och siffror, till exempel {0}. Högst {1} tecken.", "POL-101", Course.LongestCode));
        if (string.IsNullOrWhiteSpace(record.Title)) yield return new("title", "Namn: fyll i.");
        if (string.IsNullOrWhiteSpace(record.Purpose)) yield return new("purpose", "Vad den är till för: fyll i.");
        if (record.Kind is not { } kind || !Enum.IsDefined(kind)) yield return new("kind", "Form: välj ett alternativ.");
        if (record.Level is not { } level || !Enum.IsDefined(level)) yield return new("level", "Nivå: välj ett alternativ.");
        if (record.Hours is not (>= 0.5m and <= 200)) yield return new("hours", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Längd i timmar"), 0.5m, 200));
        if (record.Language is { Length: > 0 } language && !Languages.Contains(language)) yield return new("language", "Språk: välj ett alternativ.");
        if (record.Outcomes.Count == 0) yield return new("outcomes", "Efteråt kan du: skriv minst en rad.");
        foreach (var (field, label, lines) in new[] { ("outcomes", "Efteråt kan du", record.Outcomes), ("englishOutcomes", "Efteråt kan du, på engelska", record.EnglishOutcomes) })
            if (lines.Count > Course.MostOutcomes || lines.Exists(line => line.Length > Course.LongestLine)) yield return new(field, new Text("{0}: högst {1} rader med {2} tecken.", new Text(label), Course.MostOutcomes, Course.LongestLine));
        foreach (var (field, label, text, most) in Texts(record))
            if (text?.Trim().Length > most) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), most));
        foreach (var unknown in record.Prerequisites.Where(one => one == code || !codes.Contains(one)).Take(1)) yield return new("prerequisites", new Text("Bygger på: ingen annan kurs har koden {0}.", unknown));
        if (record.CompletionPercent is < 1 or > 100) yield return new("completionPercent", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Närvaro som krävs, i procent"), 1, 100));
        if (record.ValidityMonths is < 1 or > 120) yield return new("validityMonths", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Intyget gäller i månader"), 1, 120));
    }

    private static (string Field, string Label, string? Text, int Most)[] Texts(CourseRecord record) =>
    [
        ("title", "Namn", record.Title, Course.LongestTitle), ("englishTitle", "Namn på engelska", record.EnglishTitle, Course.LongestTitle), ("purpose", "Vad den är till för", record.Purpose, Course.LongestText),
        ("englishPurpose", "Vad den är till för, på engelska", record.EnglishPurpose, Course.LongestText), ("accessibility", "Tillgänglighet", record.Accessibility, Course.LongestText),
        ("englishAccessibility", "Tillgänglighet, på engelska", record.EnglishAccessibility, Course.LongestText),
    ];

    [GeneratedRegex("^[A-ZÅÄÖ]{2,5}-[0-9]{1,4}[A-Z]?$")]
    private static partial Regex CodePattern();
}
