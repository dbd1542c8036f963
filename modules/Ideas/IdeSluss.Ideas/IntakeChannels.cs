using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas;

/// <summary>The ways in that every municipality has; plugins add their own.</summary>
internal static class IntakeChannels
{
    public const string Web = "WEB";
    public const string Api = "API";
    public const string Import = "IMPORT";

    public static IReadOnlyList<IntakeChannel> Own { get; } =
    [
        new(Web, "Webben", OnBehalf: false),
        new(Api, "Annat system", OnBehalf: false),
        new(Import, "Inläst från fil", OnBehalf: false),
        new("PHONE", "Telefon", OnBehalf: true),
        new("DESK", "Reception eller möte i person", OnBehalf: true),
        new("PAPER", "Papper eller brev", OnBehalf: true),
        new("EMAIL", "E-post", OnBehalf: true),
        new("MEETING", "Möte", OnBehalf: true),
    ];
}
