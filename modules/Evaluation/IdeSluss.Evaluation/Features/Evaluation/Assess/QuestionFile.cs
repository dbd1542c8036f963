using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

/// <summary>The questions as they stand in a file.</summary>
/// <param name="Code">Small letters, digits and hyphens.</param>
internal sealed record QuestionsInFile(string Code, QuestionContent Content);

/// <summary>
/// Reads a question set: JSON as <c>{ "code", "title", "intro", "steps": [5], "questions": [{ "section", "text", "help", "weight" }] }</c>, or CSV with a line for each question and the code and title beside. All that is wrong is
/// named with its line. Pure.
/// </summary>
internal static partial class QuestionFile
{
    private const int MostErrors = 50;

    /// <summary>What a file that names no steps has.</summary>
    private static readonly string[] UsualSteps = ["Stämmer inte alls", "Stämmer dåligt", "Stämmer delvis", "Stämmer bra", "Stämmer helt"];

    private static readonly string[] Columns = ["avsnitt", "fraga", "hjalp", "vikt"];

    /// <param name="code">For CSV, which has no place for it; so with <paramref name="title"/>.</param>
    public static Outcome<QuestionsInFile> Read(string content, string? code, string? title) => content.TrimStart() is ['{', ..] ? OfJson(content) : OfCsv(content, code, title);

    private static Outcome<QuestionsInFile> OfJson(string content)
    {
        JsonFile? file;
        try
        {
            file = JsonSerializer.Deserialize<JsonFile>(content, JsonSerializerOptions.Web);
        }
        catch (JsonException wrong)
        {
            return SmallFiles.Wrong(new Text("Fil: det är inte giltig JSON. Felet är på rad {0}.", (wrong.LineNumber ?? 0) + 1));
        }

        var rows = (file?.Questions ?? []).Select((one, at) => (Place: new Text("Fråga {0}", at + 1), one.Section, one.Text, one.Help, Weight: one.Weight?.ToString(CultureInfo.InvariantCulture))).ToList();
        return Of(file?.Code, file?.Title, file?.Intro, file?.Steps, rows);
    }

    private static Outcome<QuestionsInFile> OfCsv(string content, string? code, string? title)
    {
        if (SmallFiles.Rows(content, Columns).Failed(out var problem, out var rows)) return problem;
        return Of(code, title, null, null, [.. rows.Select(row => (Place: new Text("Rad {0}", row.Line), (string?)row["avsnitt"], (string?)row["fraga"], (string?)row["hjalp"], (string?)row["vikt"]))]);
    }

    private static Outcome<QuestionsInFile> Of(string? code, string? title, string? intro, IReadOnlyList<string>? steps, List<(Text Place, string? Section, string? Question, string? Help, string? Weight)> rows)
    {
        var errors = new List<FieldError>();
        var name = code?.Trim().ToLowerInvariant() ?? "";
        if (!CodePattern().IsMatch(name)) errors.Add(new("Code", new Text("Kod: skriv små bokstäver, siffror och bindestreck, högst {0} tecken.", QuestionSet.LongestCode)));
        if (title?.Trim() is not { Length: > 0 and <= 120 }) errors.Add(new("Title", "Namn: skriv vad frågorna handlar om, högst 120 tecken."));
        if (intro is { Length: > 1_000 }) errors.Add(new("File", "Inledningen får vara högst 1 000 tecken."));
        if (steps is not null && (steps.Count != QuestionContent.StepCount || steps.Any(step => string.IsNullOrWhiteSpace(step) || step.Length > 200))) errors.Add(new("File", new Text("Skalan ska ha {0} steg, och varje steg en text på högst 200 tecken.", QuestionContent.StepCount)));
        if (rows.Count is 0 or > QuestionContent.MostQuestions) errors.Add(new("File", new Text("Frågorna är {0}. De ska vara mellan 1 och {1}.", rows.Count, QuestionContent.MostQuestions)));
        var weights = new List<int>();
        foreach (var row in rows.Take(QuestionContent.MostQuestions))
        {
            foreach (var wrong in Check(row.Question, row.Section, row.Help)) errors.Add(new("File", new Text("{0}: {1}", row.Place, wrong)));
            if (int.TryParse(row.Weight, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= QuestionContent.AllWeight) weights.Add(weight);
            else errors.Add(new("File", new Text("{0}: vikten ska vara ett helt tal från 1 till 100.", row.Place)));
        }

        foreach (var twice in rows.Where(row => !string.IsNullOrWhiteSpace(row.Question)).GroupBy(row => row.Question!.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)) errors.Add(new("File", new Text("{0}: samma fråga står en gång till.", twice.Last().Place)));
        if (weights.Count == rows.Count && rows.Count > 0 && weights.Sum() != QuestionContent.AllWeight) errors.Add(new("File", new Text("Vikterna blir {0} tillsammans. De ska bli {1}.", weights.Sum(), QuestionContent.AllWeight)));
        if (errors.Count > 0) return Problem.Invalid([.. errors.Take(MostErrors)]);
        return new QuestionsInFile(name, new QuestionContent(title!.Trim(), Trimmed(intro), [.. steps ?? UsualSteps], [.. rows.Select((row, at) => new AssessedQuestion($"f{at + 1}", Trimmed(row.Section), row.Question!.Trim(), Trimmed(row.Help), weights[at]))]));
    }

    private static IEnumerable<Text> Check(string? question, string? section, string? help)
    {
        if (string.IsNullOrWhiteSpace(question)) yield return "frågan saknas.";
        else if (question.Trim().Length > 300) yield return new Text("frågan är {0} tecken, högst 300 får plats.", question.Trim().Length);
        if (section is { Length: > 120 }) yield return "avsnittets rubrik får vara högst 120 tecken.";
        if (help is { Length: > 500 }) yield return "hjälpen får vara högst 500 tecken.";
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record JsonFile(string? Code, string? Title, string? Intro, IReadOnlyList<string>? Steps, IReadOnlyList<JsonQuestion>? Questions);

    private sealed record JsonQuestion(string? Section, string? Text, string? Help, decimal? Weight);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();
}
