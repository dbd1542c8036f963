using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>The reply to the submitter, made from the outcome and the reason. The same text is previewed and sent.</summary>
internal static class ReplyText
{
    /// <param name="role">The role that decides.</param>
    /// <param name="mergedInto">Case number of the other idea.</param>
    public static IReadOnlyList<Text> Compose(GateOutcome outcome, string? closeReason, string reason, string role, DateOnly day, string? question, DateOnly answerBy, string? mergedInto)
    {
        var why = new Text("Skälet är: {0}", reason);
        var on = day.ToString("d MMMM", CultureInfo.CurrentCulture);
        return outcome.Kind switch
        {
            OutcomeKind.Advance => ["Vi går vidare med din idé.", new Text("{0}", reason)],
            OutcomeKind.Back => ["Vi arbetar mer med din idé innan vi går vidare.", why],
            OutcomeKind.Park => ["Din idé får vänta.", why],
            OutcomeKind.ReturnForInfo => [new Text("Vi behöver veta en sak till: {0}", question ?? ""), new Text("Svara gärna senast den {0}. Tiden står still tills dess.", answerBy.ToString("d MMMM", CultureInfo.CurrentCulture))],
            OutcomeKind.Redirect => [new Text("{0}", reason)],
            OutcomeKind.Merge => MergeWords.Question(mergedInto ?? "", why, answerBy),
            OutcomeKind.Close when !outcome.Negative => ["Tack vare dig är det gjort.", new Text("{0}", reason)],
            OutcomeKind.Close when closeReason == CloseReasons.StoppedAfterTest => ["Idén är provad och vi avslutar den. Lärdomen finns kvar för den som kommer efter.", why, DecidedBy(role, on)],
            OutcomeKind.Close when closeReason == CloseReasons.Expired => ["Vi avslutar din idé, för vi har inte fått svar på det vi behövde veta.", why, "Har något ändrats? Lämna den gärna igen."],
            OutcomeKind.Close when closeReason == CloseReasons.Spam => ["Vi tar inte upp det du skickade som en idé.", why],
            _ => ["Vi går inte vidare med din idé.", why, DecidedBy(role, on), "Har något ändrats? Lämna den gärna igen."],
        };
    }

    /// <summary>Said in the reader's language, not in that of the one who decides.</summary>
    public static string Say(this IStringLocalizer texts, IEnumerable<Text> sentences) => string.Join('\n', sentences.Select(texts.Say));

    private static Text DecidedBy(string role, string day) => new("{0} beslutade den {1}.", new Text(DecidingRole.Of(role)), day);
}

/// <summary>Roles as the subject of a sentence, for the public: the function, not the person.</summary>
internal static class DecidingRole
{
    public static string Of(string role) => role switch
    {
        Roles.IntakeOfficer => "Registratorn",
        Roles.IdeaCoach => "Idécoachen",
        Roles.NeedOwner => "Enhetschefen",
        Roles.IdeaBoard => "Idérådet",
        Roles.DelegatedDecisionMaker => "Förvaltningschefen",
        Roles.CommitteeSecretary or Roles.Committee => "Nämnden",
        Roles.BenefitOwner => "Den nyttoansvariga",
        Roles.QualityOfficer => "Kvalitetsansvarig",
        Roles.Archivist => "Arkivarien",
        Roles.TestLead => "Testledaren",
        Roles.DataProtectionOfficer => "Dataskyddsombudet",
        Roles.EqualityAdvisor => "Jämställdhetsstrategen",
        Roles.AccessibilityAdvisor => "Tillgänglighetsrådgivaren",
        _ => "Handläggaren",
    };
}
