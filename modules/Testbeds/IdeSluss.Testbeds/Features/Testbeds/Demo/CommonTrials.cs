using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Testbeds.Features.Testbeds.Demo;

/// <summary>Tests of the ideas that every demo has. The other ideas of the demo that are in the test stage have one to prepare.</summary>
internal static class CommonTrials
{
    public static IReadOnlyList<TrialExample> All { get; } =
    [
        new("Schema med bilder på gruppboendet", StartedDaysAgo: 33)
        {
            Place = "Hallen på gruppboendet", Recruitment = "Alla som bor här fick ett blad med bilder och en vecka att tänka. En arbetsterapeut från en annan enhet frågade.",
            People = (4, 3), Withdrew = 1,
            Log =
            [
                new(TrialLogKind.Note, 32, "Skärmen sitter uppe. Alla fick prova."),
                new(TrialLogKind.Deviation, 25, "Skärmen visade gårdagens schema i en timme. Två blev oroliga.", Action: "Vi startar om skärmen varje natt och har bilderna på papper också."),
                new(TrialLogKind.Usability, 18, "Man ser direkt vem som kommer.", 6),
                new(TrialLogKind.Accessibility, 11, "En som ser dåligt behöver större bilder."),
                new(TrialLogKind.Deviation, 2, "Bilden på en vikarie saknades hela kvällen."),
            ],
        },
        new("En tyst timme i simhallen", StartedDaysAgo: 12) { Log = [new(TrialLogKind.Note, 6, "Nio personer kom. Fyra av dem hade inte badat här förut.")] },
        new("Ett samtal när barnet byter skola") { Place = "Två skolområden", Recruitment = "Rektorn berättar och familjen svarar veckan efter." },
    ];
}
