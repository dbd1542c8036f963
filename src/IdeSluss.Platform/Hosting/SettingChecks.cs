using System.Globalization;
using IdeSluss.Sdk.Composition;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Hosting;

/// <summary>Compares what is set with what there is to set, so that a start ends with everything that is wrong at once, instead of the first thing, or of a misspelt name that nothing reads.</summary>
internal static class SettingChecks
{
    private const string Section = "IdeSluss";

    /// <exception cref="StartUpException">What is missing and what cannot be used.</exception>
    public static void CheckValues(IConfiguration configuration, IReadOnlyList<Setting> known) => Refuse([.. Missing(configuration, known), .. Given(configuration).Select(pair => Fault(known, pair.Key, pair.Value!)).OfType<string>()]);

    /// <exception cref="StartUpException">The same, and names that nobody knows.</exception>
    public static void CheckAll(IConfiguration configuration, IReadOnlyList<Setting> known) =>
        Refuse([.. Missing(configuration, known), .. Given(configuration).Select(pair => Unknown(known, pair.Key) ?? Fault(known, pair.Key, pair.Value!)).OfType<string>()]);

    private static void Refuse(IReadOnlyList<string> errors)
    {
        if (errors.Count > 0) throw new StartUpException($"Inställningarna går inte att använda:{Environment.NewLine}{string.Join(Environment.NewLine, errors.Select(error => "  " + error))}{Environment.NewLine}Alla inställningar: IdeSluss.Host settings");
    }

    private static IEnumerable<string> Missing(IConfiguration configuration, IReadOnlyList<Setting> known) =>
        known.Where(setting => setting.IsRequired && string.IsNullOrWhiteSpace(configuration[setting.Key])).Select(setting => $"{setting.Key} är inte satt. {setting.Purpose} Exempel: {NameOf(setting)}={setting.Example}");

    /// <summary>What is set to nothing is not set.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Given(IConfiguration configuration) =>
        configuration.GetSection(Section).AsEnumerable().Append(new("ConnectionStrings:IdeSluss", configuration["ConnectionStrings:IdeSluss"])).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static string? Unknown(IReadOnlyList<Setting> known, string key) => known.Any(setting => IsFor(setting, key))
        ? null
        : known.Select(one => (one.Key, Apart: Apart(one.Key, key))).MinBy(one => one.Apart) is { Apart: <= 4 } near ? $"{key} finns inte. Menade du {near.Key}?" : $"{key} finns inte.";

    private static string? Fault(IReadOnlyList<Setting> known, string key, string value) =>
        known.FirstOrDefault(setting => IsFor(setting, key)) is { } setting && Fault(setting, value) is { } fault ? $"{key} {fault}{(setting.IsSecret ? "" : $" Nu är den '{value}'.")} Exempel: {setting.Example}" : null;

    /// <summary>As an environment variable is called.</summary>
    public static string NameOf(Setting setting) => setting.Key.Replace(":", "__", StringComparison.Ordinal);

    private static bool IsFor(Setting setting, string key)
    {
        var (own, given) = (setting.Key.Split(':'), key.Split(':'));
        return own.Length == given.Length && own.Zip(given).All(part => part.First.StartsWith('{') || string.Equals(part.First, part.Second, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Fault(Setting setting, string value) => setting.Kind switch
    {
        SettingKind.Number when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < setting.Least || number > setting.Most =>
            setting.Most == long.MaxValue ? "ska vara ett heltal." : string.Create(CultureInfo.InvariantCulture, $"ska vara ett heltal mellan {setting.Least} och {setting.Most}."),
        SettingKind.YesNo when !bool.TryParse(value, out _) => "ska vara true eller false.",
        SettingKind.Duration when !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) || time < TimeSpan.Zero => "ska vara en tid som timmar:minuter:sekunder.",
        SettingKind.Address when !Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") => "ska vara en hel adress som börjar med https:// eller http://.",
        _ => null,
    };

    /// <summary>How many letters must be changed, added or removed (Levenshtein).</summary>
    private static int Apart(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (corner, left) = (row[0], row[0] = at);
            for (var place = 1; place <= other.Length; place++)
            {
                left = Math.Min(Math.Min(row[place], left) + 1, corner + (char.ToUpperInvariant(one[at - 1]) == char.ToUpperInvariant(other[place - 1]) ? 0 : 1));
                (corner, row[place]) = (row[place], left);
            }
        }

        return row[^1];
    }
}

/// <summary>The list of settings, for those who run an instance.</summary>
internal static class SettingList
{
    public static string Write(IEnumerable<Setting> settings)
    {
        var lines = new List<string>
        {
            "# Inställningar / Settings", "",
            "Skriven av `IdeSluss.Host settings`. Var och en sätts i miljön, eller som en fil med samma namn i mappen för hemligheter.",
            "*Written by `IdeSluss.Host settings`. Each is set in the environment, or as a file of the same name in the folder of secrets.*", "",
            "| Namn / Name | Sort / Kind | Utan den / Without it | Exempel / Example | |", "| --- | --- | --- | --- | --- |",
        };
        lines.AddRange(settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting =>
            $"| `{SettingChecks.NameOf(setting)}` | {KindOf(setting)} | {(setting.IsRequired ? "startar inte / does not start" : setting.Default ?? "–")} | `{setting.Example}` | {setting.Purpose}<br>*{setting.English}* |"));
        lines.AddRange(["", "Var programmet lyssnar: `ASPNETCORE_URLS`. Vart spår och mätvärden skickas: `OTEL_EXPORTER_OTLP_ENDPOINT` och de andra inställningarna i OpenTelemetry:s specifikation. Hur mycket som loggas: `Logging__LogLevel__Default`.", "*Where the program listens: `ASPNETCORE_URLS`. Where traces and metrics go: `OTEL_EXPORTER_OTLP_ENDPOINT` and the other settings of the OpenTelemetry specification. How much is logged: `Logging__LogLevel__Default`.*"]);
        return string.Join('\n', lines) + "\n";
    }

    private static string KindOf(Setting setting) => (setting.Kind switch
    {
        SettingKind.Number when setting.Most != long.MaxValue => string.Create(CultureInfo.InvariantCulture, $"heltal {setting.Least}–{setting.Most} / whole number"),
        SettingKind.Number => "heltal / whole number",
        SettingKind.YesNo => "true, false",
        SettingKind.Duration => "tid / time",
        SettingKind.Address => "adress / address",
        SettingKind.Path => "mapp / folder",
        _ => "text",
    }) + (setting.IsSecret ? ", hemlig / secret" : "");
}
