using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace IdeSluss.Platform.Localization;

/// <summary>
/// Translations from the embedded <c>Texts/{culture}.json</c>, and <c>Texts/{culture}/{part}.json</c> for a larger module, of every assembly that has interface texts. The Swedish sentence is the key, so Swedish needs no
/// file; a later assembly (a plugin) wins over an earlier one. Read once; reading is lock-free.
/// </summary>
internal sealed class TextCatalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byCulture;

    public TextCatalogue(IEnumerable<Assembly> assemblies)
    {
        var texts = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in assemblies)
            foreach (var (culture, resource) in ResourcesOf(assembly))
            {
                if (!texts.TryGetValue(culture, out var known)) texts[culture] = known = new(StringComparer.Ordinal);
                foreach (var (key, value) in Read(assembly, resource)) known[key] = value;
            }

        byCulture = texts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null when there is no translation: the Swedish key is then the text.</summary>
    public string? Find(string key, CultureInfo culture)
    {
        for (var asked = culture; asked.Name.Length > 0; asked = asked.Parent)
            if (byCulture.TryGetValue(asked.Name, out var texts) && texts.TryGetValue(key, out var text) && text.Length > 0) return text;
        return null;
    }

    public IReadOnlyDictionary<string, string> All(CultureInfo culture) =>
        byCulture.TryGetValue(culture.Name, out var texts) || byCulture.TryGetValue(culture.TwoLetterISOLanguageName, out texts) ? texts : FrozenDictionary<string, string>.Empty;

    /// <exception cref="InvalidDataException">The file is not an object of texts; names assembly and file.</exception>
    private static Dictionary<string, string> Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{resource} in {assembly.GetName().Name} is not a JSON object of texts: {error.Message}", error);
        }
    }

    private static IEnumerable<(string Culture, string Resource)> ResourcesOf(Assembly assembly)
    {
        const string folder = ".Texts.";
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var start = name.LastIndexOf(folder, StringComparison.Ordinal);
            if (start >= 0 && name.EndsWith(".json", StringComparison.Ordinal)) yield return (name[(start + folder.Length)..^".json".Length].Split('.')[0], name);
        }
    }
}
