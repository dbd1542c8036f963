namespace IdeSluss.Benchmarks.Generator;

/// <summary>What the texts are made of, from <c>Slots.txt</c>.</summary>
internal sealed record AreaSlots(string Code, IReadOnlyList<string> Places, IReadOnlyList<string> Needs, IReadOnlyList<string> Solutions);

internal sealed record Slots(IReadOnlyList<AreaSlots> Areas, IReadOnlyList<string> Openings, IReadOnlyList<string> Fillers, IReadOnlyList<string> Endings)
{
    public static Slots Read()
    {
        var sections = new List<(string Name, Dictionary<string, string[]> Lists)>();
        using var reader = new StreamReader(typeof(Slots).Assembly.GetManifestResourceStream("Slots.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) sections.Add((line.Trim('[', ']'), []));
            else if (line.Length > 0 && !line.StartsWith('#') && line.Split(": ", 2) is [var name, var items]) sections[^1].Lists[name] = items.Split('|');
        }

        var tone = sections.Single(section => section.Name == "ton").Lists;
        return new(
            [.. sections.Where(section => section.Name.StartsWith("område ", StringComparison.Ordinal)).Select(section => new AreaSlots(section.Name[7..], section.Lists["plats"], section.Lists["behov"], section.Lists["lösning"]))],
            tone["början"], tone["fyllning"], tone["slut"]);
    }
}
