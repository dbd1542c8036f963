using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

/// <summary>Someone who has said yes, as it is typed.</summary>
internal sealed class ParticipantInput
{
    public string? Name { get; set; }

    /// <summary>Telephone, address or e-mail.</summary>
    public string? Reach { get; set; }
    public ParticipantGroup? Group { get; set; }
    public AgeBand? Age { get; set; }

    /// <summary>Which version of the text was read.</summary>
    public string? TextVersion { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; set; }
    public ConsentFormat? Format { get; set; }
    public ConsentGiver? GivenBy { get; set; }

    /// <summary>What shows the mandate of a representative.</summary>
    public string? Mandate { get; set; }
    public DateOnly? GivenOn { get; set; }
}

/// <summary>What must be known of a yes (<c>domain.md</c> 2.6, the consent model).</summary>
internal static class TakePartRules
{
    /// <summary>Also what one page shows: a test in a municipality is small.</summary>
    public const int MostParticipants = 300;

    public static IReadOnlyList<string> Languages { get; } = ["sv", "fi", "se", "en", "xx"];

    public static IEnumerable<FieldError> Check(ParticipantInput input, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(input.Name)) yield return new("name", "Namn: fyll i.");
        else if (input.Name.Trim().Length > ParticipantContact.LongestLine) yield return TooLong("name", "Namn", ParticipantContact.LongestLine);
        if (input.Reach?.Trim().Length > ParticipantContact.LongestLine) yield return TooLong("reach", "Så når ni personen", ParticipantContact.LongestLine);
        if (input.Group is null || !Enum.IsDefined(input.Group.Value)) yield return new("group", "Grupp: välj ett alternativ.");
        if (input.Age is null || !Enum.IsDefined(input.Age.Value)) yield return new("age", "Ålder: välj ett alternativ.");
        if (string.IsNullOrWhiteSpace(input.TextVersion)) yield return new("textVersion", "Textens version: fyll i.");
        else if (input.TextVersion.Trim().Length > ParticipationConsent.LongestVersion) yield return TooLong("textVersion", "Textens version", ParticipationConsent.LongestVersion);
        if (!Languages.Contains(input.Language)) yield return new("language", "Språk: välj ett alternativ.");
        if (input.Format is null || !Enum.IsDefined(input.Format.Value)) yield return new("format", "Textens form: välj ett alternativ.");
        if (input.GivenBy is null || !Enum.IsDefined(input.GivenBy.Value)) yield return new("givenBy", "Vem sa ja: välj ett alternativ.");
        else if (input.GivenBy != ConsentGiver.Self && string.IsNullOrWhiteSpace(input.Mandate)) yield return new("mandate", "Uppdraget: skriv vad som visar att företrädaren får säga ja.");
        if (input.Mandate?.Trim().Length > ParticipationConsent.LongestMandate) yield return TooLong("mandate", "Uppdraget", ParticipationConsent.LongestMandate);
        if (input.GivenOn is null) yield return new("givenOn", "Dag för ja: fyll i.");
        else if (input.GivenOn > today) yield return new("givenOn", "Dag för ja: den kan inte ligga framåt i tiden.");
    }

    private static FieldError TooLong(string field, string label, int most) => new(field, new Text("{0}: högst {1} tecken.", new Text(label), most));
}
