using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Plugins.Skelleftea.Workflows;

/// <summary>Councils to hear before decisions. Their exact names are to be confirmed.</summary>
internal static class SkellefteaCouncils
{
    public const string Disability = "DISABILITY_COUNCIL";
    public const string Minority = "MINORITY_COUNCIL";

    private const int BetweenMeetings = 40;

    public static IReadOnlyList<ConsultationBody> All { get; } =
    [
        new(Disability, "Funktionshinderrådet", "När idén berör personer med funktionsnedsättning.", AnswerDays: BetweenMeetings),
        new(Minority, "Minoritetsrådet", "När idén rör finska, samiska eller ett annat nationellt minoritetsspråk.", AnswerDays: BetweenMeetings),
    ];
}
