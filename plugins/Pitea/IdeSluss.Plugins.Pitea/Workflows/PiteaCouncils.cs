using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Plugins.Pitea.Workflows;

/// <summary>Councils that meet four to six times a year, so an answer may take a while. Their exact names are to be confirmed.</summary>
internal static class PiteaCouncils
{
    public const string Pensioners = "PENSIONERS_COUNCIL";
    public const string Accessibility = "ACCESSIBILITY_COUNCIL";

    private const int BetweenMeetings = 50;

    public static IReadOnlyList<ConsultationBody> All { get; } =
    [
        new(Pensioners, "Pensionärsrådet", "När idén berör äldre.", AnswerDays: BetweenMeetings),
        new(Accessibility, "Tillgänglighetsrådet", "När idén berör personer med funktionsnedsättning, eller hur något går att använda.", AnswerDays: BetweenMeetings),
    ];
}
