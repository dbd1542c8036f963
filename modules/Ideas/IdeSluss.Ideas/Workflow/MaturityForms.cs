using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>How mature an idea is, in six respects of our own for the public sector (<c>domain.md</c> 2.5). It never stops a case; it tells where to look.</summary>
internal static class MaturityForms
{
    private static readonly (string Key, string Name, string[] Levels)[] Respects =
    [
        ("behov", "Behovet",
        [
            "Någon tror att det finns ett behov", "Flera säger samma sak", "Ni har pratat med några som har behovet", "Behovet är belagt med samtal och fakta", "Ni vet hur många som har det",
            "De som har behovet har provat en lösning", "De vill fortsätta använda den", "Behovet är bekräftat i full drift", "Behovet följs upp hela tiden",
        ]),
        ("teknik", "Lösningen",
        [
            "En tanke", "En beskrivning av hur det kan fungera", "Det viktigaste är prövat för sig", "Fungerar på prov, inte i verkligheten", "Fungerar i en miljö som liknar verkligheten",
            "Visad i en miljö som liknar verkligheten", "Provad i verksamheten", "Färdig och godkänd", "Används varje dag",
        ]),
        ("verksamhet", "Verksamheten",
        [
            "Ingen har fått frågan", "Chefen känner till idén", "Chefen vill prova", "Några medarbetare är med", "Arbetssättet är beskrivet",
            "De som ska använda det är utbildade", "Ansvar och stöd är bestämt", "Det är en del av rutinerna", "Det förbättras löpande",
        ]),
        ("juridik", "Juridik och etik",
        [
            "Inte tänkt på än", "Frågorna är listade", "Screeningen är gjord", "Ni vet vilka tillstånd som krävs", "Tillstånd är sökta",
            "Tillstånden för test finns", "Tillstånden för drift finns", "Villkoren följs och dokumenteras", "Följs upp av någon annan",
        ]),
        ("nytta", "Nyttan",
        [
            "En förhoppning", "Nyttan är beskriven", "Nyttan har ett mått", "Nollmätningen är gjord", "Ett test visar nytta",
            "Flera tester visar nytta", "Nyttan är uträknad i tid, pengar och kvalitet", "Nyttan hämtas hem", "Nyttan är större än kostnaden, år efter år",
        ]),
        ("finansiering", "Pengarna",
        [
            "Ingen vet vad det kostar", "En gissning finns", "Kostnaden för test är uppskattad", "Testet är betalt", "Kostnaden för drift är uppskattad",
            "Det finns ett förslag till hur driften betalas", "Pengar är avsatta första året", "Driften ligger i budgeten", "Driften betalar sig själv",
        ]),
    ];

    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        Of(FormKeys.Maturity, "Mognad före test", "inför ett test", [("behov", 4), ("juridik", 3)]),
        Of(FormKeys.MaturityAfterTest, "Mognad efter test", "före införande", [("teknik", 7), ("verksamhet", 5), ("juridik", 7), ("nytta", 5)]),
    ];

    private static FormDefinition Of(string key, string title, string before, IReadOnlyList<(string Respect, int Level)> usual) =>
        new(key, 1, title, "Sex snabba val. De stoppar inget, men visar var det är värt att titta en gång till.",
            [.. Respects.Select(respect => Field.Choice(respect.Key, respect.Name, [.. respect.Levels.Select((level, index) => new Option($"{index + 1}", $"{index + 1}. {level}"))], required: true))])
        {
            Rules = [.. usual.Select(hint => new AnswerRule(hint.Respect, Criterion.AtLeastNumber(hint.Respect, hint.Level), HintOf(hint.Respect, hint.Level, before)) { Hint = true })],
        };

    private static string HintOf(string respect, int level, string before) =>
        $"{Respects.First(one => one.Key == respect).Name.ToLowerInvariant()} brukar vara på nivå {level} eller mer {before}.";
}
