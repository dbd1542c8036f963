using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

internal sealed record ScalesInFile(string Code, ScaleContent Content);

/// <summary>
/// Reads scales: JSON as <c>{ "code", "title", "source", "dimensions": [{ "name", "levels": [9] }] }</c>, or CSV with a line for each level: <c>avseende;niva;text</c>. A level without words is refused: two people would mean different things by it. Pure.
/// </summary>
internal static partial class ScaleFile
{
    private const int MostErrors = 50;
    private const int LongestName = 80;
    private const int LongestLevel = 300;

    private static readonly string[] Columns = ["avseende", "niva", "text"];

    /// <param name="code">For CSV, which has no place for it; so with <paramref name="title"/> and <paramref name="source"/>.</param>
    public static Outcome<ScalesInFile> Read(string content, string? code, string? title, string? source) => content.TrimStart() is ['{', ..] ? OfJson(content) : OfCsv(content, code, title, source);

    private static Outcome<ScalesInFile> OfJson(string content)
    {
        try
        {
            var file = JsonSerializer.Deserialize<JsonFile>(content, JsonSerializerOptions.Web);
            return Of(file?.Code, file?.Title, file?.Source, [.. (file?.Dimensions ?? []).Select(one => new ScaleDimension(one.Name?.Trim() ?? "", [.. (one.Levels ?? []).Select(level => level?.Trim() ?? "")]))], []);
        }
        catch (JsonException wrong)
        {
            return SmallFiles.Wrong(new Text("Fil: det är inte giltig JSON. Felet är på rad {0}.", (wrong.LineNumber ?? 0) + 1));
        }
    }

    private static Outcome<ScalesInFile> OfCsv(string content, string? code, string? title, string? source)
    {
        if (SmallFiles.Rows(content, Columns).Failed(out var problem, out var rows)) return problem;
        var errors = new List<FieldError>();
        var dimensions = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (!int.TryParse(row["niva"], NumberStyles.None, CultureInfo.InvariantCulture, out var level) || level is < 1 or > ScaleContent.LevelCount)
            {
                errors.Add(new("File", new Text("Rad {0}: nivån ska vara ett tal från 1 till {1}.", row.Line, ScaleContent.LevelCount)));
                continue;
            }

            if (!dimensions.TryGetValue(row["avseende"], out var levels)) dimensions[row["avseende"]] = levels = [.. Enumerable.Repeat("", ScaleContent.LevelCount)];
            if (levels[level - 1].Length > 0) errors.Add(new("File", new Text("Rad {0}: nivå {1} av {2} står två gånger.", row.Line, level, row["avseende"])));
            levels[level - 1] = row["text"];
        }

        return Of(code, title, source, [.. dimensions.Select(pair => new ScaleDimension(pair.Key, pair.Value))], errors);
    }

    private static Outcome<ScalesInFile> Of(string? code, string? title, string? source, List<ScaleDimension> dimensions, List<FieldError> errors)
    {
        var name = code?.Trim().ToLowerInvariant() ?? "";
        if (!CodePattern().IsMatch(name)) errors.Add(new("Code", new Text("Kod: skriv små bokstäver, siffror och bindestreck, högst {0} tecken.", ScaleSet.LongestCode)));
        if (title?.Trim() is not { Length: > 0 and <= 120 }) errors.Add(new("Title", "Namn: skriv vad skalan heter, högst 120 tecken."));
        if (source is { Length: > 300 }) errors.Add(new("Source", "Källa: högst 300 tecken får plats."));
        if (dimensions.Count is < ScaleContent.FewestDimensions or > ScaleContent.MostDimensions) errors.Add(new("File", new Text("Avseendena är {0}. De ska vara mellan {1} och {2}.", dimensions.Count, ScaleContent.FewestDimensions, ScaleContent.MostDimensions)));
        foreach (var dimension in dimensions.Take(ScaleContent.MostDimensions)) errors.AddRange(Check(dimension));
        if (dimensions.Select(one => one.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < dimensions.Count) errors.Add(new("File", "Två avseenden har samma namn."));
        if (errors.Count > 0) return Problem.Invalid([.. errors.Take(MostErrors)]);
        return new ScalesInFile(name, new(title!.Trim(), string.IsNullOrWhiteSpace(source) ? null : source.Trim(), dimensions));
    }

    private static IEnumerable<FieldError> Check(ScaleDimension dimension)
    {
        if (dimension.Name.Length is 0 or > LongestName) yield return new("File", new Text("Ett avseende saknar namn, eller så är namnet längre än {0} tecken.", LongestName));
        if (dimension.Levels.Count != ScaleContent.LevelCount)
        {
            yield return new("File", new Text("{0}: avseendet har {1} nivåer. Det ska ha {2}.", dimension.Name, dimension.Levels.Count, ScaleContent.LevelCount));
            yield break;
        }

        for (var at = 0; at < dimension.Levels.Count; at++)
        {
            if (dimension.Levels[at].Length == 0) yield return new("File", new Text("{0}: nivå {1} saknar text. Skriv vad den betyder.", dimension.Name, at + 1));
            else if (dimension.Levels[at].Length > LongestLevel) yield return new("File", new Text("{0}: texten för nivå {1} är längre än {2} tecken.", dimension.Name, at + 1, LongestLevel));
        }
    }

    private sealed record JsonFile(string? Code, string? Title, string? Source, IReadOnlyList<JsonDimension>? Dimensions);

    private sealed record JsonDimension(string? Name, IReadOnlyList<string?>? Levels);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();
}
