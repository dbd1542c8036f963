using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Benchmarks.Generator;

internal sealed record IdeaText(string Area, string Title, string Need, string Original, string? Public, string Language, string? Redirect);

/// <summary>
/// Texts from slots: area × need × solution × tone × length, and two in a hundred of each class that is hard to handle. The words are skewed as in real texts: some
/// stand in every third idea, most in hardly any (compounds from a long tail), and a few probes in a known number, so that what is rare stays rare at every size.
/// </summary>
internal sealed class IdeaTexts
{
    /// <summary>Stands in five ideas, whatever the size.</summary>
    public const string RareWord = "zeppelinarhall";

    /// <summary>Stands in every third idea.</summary>
    public const string CommonWord = "trygghet";

    private const int TailWords = 60_000;

    private readonly Slots slots = Slots.Read();
    private readonly string[] tail;
    private readonly int size;

    public IdeaTexts(int size)
    {
        this.size = size;
        var random = new Random(17);
        var heads = WordList.Heads.Keys.Where(head => head.Length is > 2 and < 9).Order(StringComparer.Ordinal).ToArray();
        var words = WordList.Heads.Keys.Where(word => word.Length is > 3 and < 10 && !word.EndsWith('s')).Order(StringComparer.Ordinal).ToArray();
        tail = [.. Enumerable.Range(0, TailWords).Select(_ => heads[random.Next(heads.Length)] + words[random.Next(words.Length)])];
    }

    public IdeaText Make(int index, Random random)
    {
        var area = slots.Areas[random.Next(slots.Areas.Count)];
        var (place, need, solution) = (One(area.Places, random), One(area.Needs, random), One(area.Solutions, random));
        var title = Sentence($"{solution} {place}").TrimEnd('.');
        var text = Hard(index, random) ?? new IdeaText(area.Code, title[..Math.Min(120, title.Length)], Sentence(need), Body(index, area, place, need, solution, random), null, "sv", null);
        return text with { Public = text.Public ?? text.Original };
    }

    private string Body(int index, AreaSlots area, string place, string need, string solution, Random random)
    {
        // Most people write a few sentences, some write a page.
        var length = random.NextDouble() switch { < 0.25 => 0, < 0.75 => 2, < 0.95 => 5, < 0.99 => 12, _ => 40 };
        var parts = new List<string> { $"{One(slots.Openings, random)} {need} {place}.", Sentence($"{Wish(random)} {solution}") };
        for (var i = 0; i < length; i++)
        {
            parts.Add(random.Next(3) switch
            {
                0 => One(slots.Fillers, random),
                1 => Sentence($"{One(area.Needs, random)} {One(area.Places, random)}"),
                _ => Sentence($"tänk på {Tail(random)} och {Tail(random)}"),
            });
        }

        parts.Add(Sentence($"det gäller {Tail(random)}"));
        if (random.Next(10) < 3) parts.Add($"Mer {CommonWord} för alla.");
        // Spread evenly, also among the newest.
        if (index % (size / 5) == size / 10) parts.Add($"Som en {RareWord}.");
        if (random.Next(2) == 0) parts.Add(One(slots.Endings, random));
        return string.Join(' ', parts);
    }

    /// <summary>Two in a hundred of each; null for an ordinary idea.</summary>
    private IdeaText? Hard(int index, Random random)
    {
        var area = slots.Areas[random.Next(slots.Areas.Count)];
        var (need, solution, place) = (One(area.Needs, random), One(area.Solutions, random), One(area.Places, random));
        IdeaText Text(string original, string? shown = null, string language = "sv", string? redirect = null) =>
            new(area.Code, Sentence($"{solution} {place}").TrimEnd('.'), Sentence(need), original, shown, language, redirect);
        return random.Next(50) switch
        {
            0 => Text($"<script>alert('{index}')</script> {Sentence(solution)}"),
            1 => Text($"'; DROP TABLE ideas; -- {Sentence(need)}"),
            2 => Text("Haluaisin, että " + Pick(random, "vanhusten päiväkeskuksessa olisi suomenkielinen lukupiiri kerran viikossa.", "uimahallissa olisi rauhallinen tunti eläkeläisille.", "kirjastossa olisi enemmän suomenkielisiä kirjoja."), language: "fi"),
            3 => Text("Buorre lei jus " + Pick(random, "vuorrasiid ruovttus sáhttá gullat musihka iežas gillii.", "mánáide livččii sámegielat girjjit."), language: "se"),
            4 => Text($"Please could you arrange {Pick(random, "more benches along the canal", "evening classes in Swedish", "a bus on Sundays")}? Many would be glad.", language: "en"),
            5 => Text($"Ring Greta Exempelsson på 070-174 06 {random.Next(5, 99):00}. {Sentence(need)}", $"Ring [namn] på [telefonnummer]. {Sentence(need)}"),
            6 => Text($"Lampan {place} är trasig sedan i måndags.", redirect: "FAULT_REPORT"),
            7 => Text("Personalen lämnade en dam ensam i duschen i en timme i går, så här kan det inte vara.", redirect: "LEX_SARAH"),
            8 => Text(string.Join(' ', Enumerable.Repeat(Sentence($"{need} {place}"), 20_000 / (need.Length + place.Length + 3)))),
            9 => Text(Pick(random, "Bänk", "Mer ljus!", "Bad", "Ja", "Bättre mat.")),
            _ => null,
        };
    }

    private string Tail(Random random) => tail[(int)(TailWords * Math.Pow(random.NextDouble(), 3))];

    private static string Wish(Random random) => Pick(random, "Jag vill ha", "Det borde finnas", "Kan vi få", "Ordna", "Varför inte prova");

    private static string One(IReadOnlyList<string> list, Random random) => list[random.Next(list.Count)];

    private static string Pick(Random random, params string[] list) => list[random.Next(list.Length)];

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
