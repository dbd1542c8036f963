using System.Globalization;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Training.Features.Training.MyPeople;

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

    public static string Of(SessionState state) => state switch
    {
        SessionState.Draft => "Utkast",
        SessionState.Open => "Öppet",
        _ => "Inställt",
    };

    public static string Of(SessionView view) => view switch
    {
        SessionView.NotOpenYet => "Anmälan har inte öppnat",
        SessionView.Open => "Öppet för anmälan",
        SessionView.Full => "Fullt, det går att stå i kö",
        SessionView.Closed => "Anmälan är stängd",
        SessionView.Over => "Har varit",
        _ => "Inställt",
    };

    public static string Of(CertificateState state) => state switch
    {
        CertificateState.Valid => "Intyget är giltigt",
        CertificateState.RunOut => "Intyget har gått ut",
        _ => "Intyget är återkallat",
    };

    /// <summary>In a list of certificates.</summary>
    public static string ShortOf(CertificateState state) => state switch
    {
        CertificateState.Valid => "Gäller",
        CertificateState.RunOut => "Har gått ut",
        _ => "Är återkallat",
    };

    /// <summary>The day follows where there is one.</summary>
    public static string Of(CourseCompetence course) => course.Status switch
    {
        CompetenceStatus.Valid => course.Until is null ? "gäller tills vidare" : "gäller till och med",
        CompetenceStatus.ByDispensation => "dispens till och med",
        CompetenceStatus.RunsOutSoon => "går ut",
        CompetenceStatus.RunOut => "gick ut",
        CompetenceStatus.OldEdition => "är av en äldre utgåva",
        _ => "saknas",
    };

    public static string Of(EnrolmentState state) => state switch
    {
        EnrolmentState.Requested => "Väntar på chefen",
        EnrolmentState.Waiting => "I kö",
        EnrolmentState.Offered => "Erbjuden plats",
        EnrolmentState.Confirmed => "Har plats",
        EnrolmentState.Cancelled => "Avbokad",
        EnrolmentState.Declined => "Chefen sa nej",
        _ => "Svarade inte i tid",
    };

    /// <summary>In the current culture: <c>tisdag 14 oktober 2027 kl. 09.00–12.00</c>.</summary>
    public static string Time(PartTime part)
    {
        var (from, to) = (part.StartsAt.ToStockholm(), part.EndsAt.ToStockholm());
        var (word, clock) = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "sv" ? ("kl.", "HH.mm") : ("at", "HH:mm");
        return $"{from.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture)} {word} {from.ToString(clock, CultureInfo.CurrentCulture)}–{to.ToString(clock, CultureInfo.CurrentCulture)}";
    }

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
