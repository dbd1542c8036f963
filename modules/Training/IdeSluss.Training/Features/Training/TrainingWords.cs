using System.Globalization;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class TrainingWords
{
    public static string Of(RoleTrack track) => track switch
    {
        RoleTrack.ElectedMember => "Förtroendevald",
        RoleTrack.Manager => "Chef",
        RoleTrack.IdeaCoach => "Idécoach",
        RoleTrack.Staff => "Medarbetare",
        RoleTrack.Reviewer => "Bedömare",
        RoleTrack.TestLeader => "Testledare",
        _ => "Invånare",
    };

    /// <summary>In addresses.</summary>
    public static string AddressOf(RoleTrack track) => track switch
    {
        RoleTrack.ElectedMember => "fortroendevald",
        RoleTrack.Manager => "chef",
        RoleTrack.IdeaCoach => "idecoach",
        RoleTrack.Staff => "medarbetare",
        RoleTrack.Reviewer => "bedomare",
        RoleTrack.TestLeader => "testledare",
        _ => "invanare",
    };

    /// <returns>Null when there is no such track.</returns>
    public static RoleTrack? TrackOf(string? address) => Enum.GetValues<RoleTrack>().Where(track => AddressOf(track) == address).Select(track => (RoleTrack?)track).FirstOrDefault();

    public static string Of(CourseKind kind) => kind switch
    {
        CourseKind.Workshop => "Verkstad",
        CourseKind.Lecture => "Föreläsning",
        _ => "Kurs",
    };

    public static string Of(CourseLevel level) => level == CourseLevel.Advanced ? "Fördjupning" : "Grund";

    public static string Of(CourseState state) => state switch
    {
        CourseState.Draft => "Utkast",
        CourseState.Published => "Visas",
        _ => "Ges inte längre",
    };

    /// <param name="tag">BCP 47.</param>
    public static string LanguageOf(string tag) => tag switch
    {
        "en" => "Engelska",
        "fi" => "Finska",
        "se" => "Samiska",
        "sgn-SE" => "Svenskt teckenspråk",
        _ => "Svenska",
    };

    public static string Of(Necessity necessity) => necessity == Necessity.Required ? "Krävs" : "Rekommenderas";

    public static string Of(Licence licence) => licence switch
    {
        Licence.Attribution => "CC BY: får spridas om upphovspersonen nämns",
        Licence.Free => "CC0: fri att använda",
        _ => "Visas med tillstånd",
    };

    /// <summary>The reader's language where there is one of it, otherwise what was written first.</summary>
    public static Passage In(string swedish, string? english) => english is not null && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "sv" ? new(english, "en") : new(swedish, "sv");
}

/// <summary>Somebody's words with the language they are in.</summary>
internal sealed record Passage(string Text, string Language);
