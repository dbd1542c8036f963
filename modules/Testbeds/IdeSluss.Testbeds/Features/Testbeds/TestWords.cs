using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Parts;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>What the codes of tests are called; each also the key of its translation.</summary>
internal static class TestWords
{
    public static string Of(TrialStatus status) => status switch
    {
        TrialStatus.Preparing => "Förbereds",
        TrialStatus.Running => "Pågår",
        TrialStatus.Ended => "Väntar på resultat",
        TrialStatus.Closed => "Avslutat med resultat",
        _ => "Behövs inte",
    };

    public static StatusKind LookOf(TrialStatus status) => status switch
    {
        TrialStatus.Running => StatusKind.Success,
        TrialStatus.Ended => StatusKind.Warning,
        TrialStatus.Preparing => StatusKind.Info,
        _ => StatusKind.Neutral,
    };

    public static string Of(TrialVerdict verdict) => verdict switch
    {
        TrialVerdict.Supports => "Testet visade det vi trodde",
        TrialVerdict.Rejects => "Testet visade inte det vi trodde",
        _ => "Testet gav inget säkert svar",
    };

    public static string Of(TrialRecommendation recommendation) => recommendation switch
    {
        TrialRecommendation.Stop => "Avsluta",
        TrialRecommendation.Retest => "Testa igen",
        _ => "Gå vidare",
    };

    public static IReadOnlyList<Choice> Verdicts(IStringLocalizer texts) => [.. Enum.GetValues<TrialVerdict>().Select(one => new Choice(one.ToString(), texts[Of(one)]))];

    public static IReadOnlyList<Choice> Recommendations(IStringLocalizer texts) => [.. Enum.GetValues<TrialRecommendation>().Select(one => new Choice(one.ToString(), texts[Of(one)]))];

    public static string Of(TrialLogKind kind) => kind switch
    {
        TrialLogKind.Note => "Anteckning",
        TrialLogKind.Deviation => "Något oönskat hände",
        TrialLogKind.Usability => "Så lätt var det att använda, 1 till 7",
        TrialLogKind.Accessibility => "Något gjorde det svårt för någon",
        _ => "Kostnad i kronor",
    };

    public static string Of(ParticipantGroup group) => group switch
    {
        ParticipantGroup.Women => "Kvinnor",
        ParticipantGroup.Men => "Män",
        _ => "Annat, eller vill inte svara",
    };

    public static string Of(AgeBand age) => age switch
    {
        AgeBand.Under18 => "Under 18",
        AgeBand.From18To64 => "18–64",
        AgeBand.From65To79 => "65–79",
        AgeBand.From80 => "80 och äldre",
        _ => "Vet inte",
    };

    public static string Of(ConsentFormat format) => format switch
    {
        ConsentFormat.Text => "Vanlig text",
        ConsentFormat.EasyRead => "Lättläst",
        ConsentFormat.Pictures => "Bildstöd",
        ConsentFormat.Spoken => "Någon berättade",
        _ => "Teckenspråk",
    };

    public static string Of(ConsentGiver giver) => giver switch
    {
        ConsentGiver.Self => "Personen själv",
        ConsentGiver.Guardian => "God man",
        ConsentGiver.Administrator => "Förvaltare",
        _ => "Den som har framtidsfullmakt",
    };

    public static string OfLanguage(string tag) => tag switch
    {
        "sv" => "Svenska",
        "fi" => "Finska",
        "se" => "Samiska",
        "en" => "Engelska",
        _ => "Annat språk",
    };

    /// <summary>The legal basis as the plan's form has it; another code is shown as it is.</summary>
    public static string OfBasis(string code) => code switch
    {
        "allmant-intresse" => "Uppgift av allmänt intresse",
        "skyldighet" => "Rättslig förpliktelse",
        "avtal" => "Avtal",
        "annan" => "Annan, enligt dataskyddsombudet",
        _ => code,
    };
}
