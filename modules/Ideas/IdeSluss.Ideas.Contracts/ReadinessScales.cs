namespace IdeSluss.Ideas.Contracts;

/// <summary>One respect in which an idea is more or less ready, in nine levels with our own words (<c>domain.md</c> 2.5).</summary>
/// <param name="Code">Stable: <c>TECH</c>.</param>
/// <param name="Key">The field of the maturity forms that it is asked by.</param>
/// <param name="Name">Swedish, also the key of its translation, as each level is.</param>
/// <param name="Levels">From level 1; nine of them.</param>
/// <param name="BeforeTest">The level that is usual before a test; null when none is. A hint, it never stops a case.</param>
/// <param name="BeforeIntroduction">As <paramref name="BeforeTest"/>, before the decision to introduce it.</param>
/// <example><code>ReadinessScales.All.First(scale => scale.Code == "TECH").Levels[6] // level 7</code></example>
public sealed record ReadinessScale(string Code, string Key, string Name, IReadOnlyList<string> Levels, int? BeforeTest = null, int? BeforeIntroduction = null);

/// <summary>The six respects, in the order they are asked and drawn. TECH is the technical readiness level (TRL) in plain words.</summary>
public static class ReadinessScales
{
    public const int Highest = 9;

    public const string Technology = "TECH";

    public static IReadOnlyList<ReadinessScale> All { get; } =
    [
        new("NEED", "behov", "Behovet",
        [
            "Någon tror att det finns ett behov", "Flera säger samma sak", "Ni har pratat med några som har behovet", "Behovet är belagt med samtal och fakta", "Ni vet hur många som har det",
            "De som har behovet har provat en lösning", "De vill fortsätta använda den", "Behovet är bekräftat i full drift", "Behovet följs upp hela tiden",
        ], BeforeTest: 4),
        new("TECH", "teknik", "Lösningen",
        [
            "En tanke", "En beskrivning av hur det kan fungera", "Det viktigaste är prövat för sig", "Fungerar på prov, inte i verkligheten", "Fungerar i en miljö som liknar verkligheten",
            "Visad i en miljö som liknar verkligheten", "Provad i verksamheten", "Färdig och godkänd", "Används varje dag",
        ], BeforeIntroduction: 7),
        new("ORG", "verksamhet", "Verksamheten",
        [
            "Ingen har fått frågan", "Chefen känner till idén", "Chefen vill prova", "Några medarbetare är med", "Arbetssättet är beskrivet",
            "De som ska använda det är utbildade", "Ansvar och stöd är bestämt", "Det är en del av rutinerna", "Det förbättras löpande",
        ], BeforeIntroduction: 5),
        new("LEGAL", "juridik", "Juridik och etik",
        [
            "Inte tänkt på än", "Frågorna är listade", "Screeningen är gjord", "Ni vet vilka tillstånd som krävs", "Tillstånd är sökta",
            "Tillstånden för test finns", "Tillstånden för drift finns", "Villkoren följs och dokumenteras", "Följs upp av någon annan",
        ], BeforeTest: 3, BeforeIntroduction: 7),
        new("BENEFIT", "nytta", "Nyttan",
        [
            "En förhoppning", "Nyttan är beskriven", "Nyttan har ett mått", "Nollmätningen är gjord", "Ett test visar nytta",
            "Flera tester visar nytta", "Nyttan är uträknad i tid, pengar och kvalitet", "Nyttan hämtas hem", "Nyttan är större än kostnaden, år efter år",
        ], BeforeIntroduction: 5),
        new("FINANCE", "finansiering", "Pengarna",
        [
            "Ingen vet vad det kostar", "En gissning finns", "Kostnaden för test är uppskattad", "Testet är betalt", "Kostnaden för drift är uppskattad",
            "Det finns ett förslag till hur driften betalas", "Pengar är avsatta första året", "Driften ligger i budgeten", "Driften betalar sig själv",
        ]),
    ];
}
