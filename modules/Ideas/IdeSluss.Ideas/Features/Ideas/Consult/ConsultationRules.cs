using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>A question to a body.</summary>
/// <param name="Note">Which unit, when another unit is asked.</param>
internal sealed record ConsultationQuestion(string? Body, string? Question, DateOnly? LastDay, string? Note = null);

/// <summary>What they answered.</summary>
/// <param name="Verdict">For those who sign: <c>YES</c>, <c>YES_WITH_CONDITIONS</c> or <c>NO</c>.</param>
/// <param name="AnsweredOn">For an answer that a coach writes in; today when the body answers by itself.</param>
/// <param name="SeenVersion">Version of the form's answers that the one who signs has read.</param>
internal sealed record ConsultationReply(string? Verdict, string? Text, string? Conditions, DateOnly? AnsweredOn, int? SeenVersion, int Version);

internal static class Verdicts
{
    public static IReadOnlyList<(Verdict Verdict, string Code, string Name)> All { get; } =
    [
        (Verdict.Yes, "YES", "Ja"), (Verdict.YesWithConditions, "YES_WITH_CONDITIONS", "Ja, med villkor"), (Verdict.No, "NO", "Nej"),
    ];

    public static Verdict? Parse(string? code) => All.Any(one => one.Code == code) ? All.First(one => one.Code == code).Verdict : null;

    public static string CodeOf(Verdict verdict) => All.First(one => one.Verdict == verdict).Code;

    public static string NameOf(Verdict verdict) => All.First(one => one.Verdict == verdict).Name;
}

/// <summary>What a question must say (a remiss has a last day), and what makes an answer an answer.</summary>
internal static class ConsultationRules
{
    private const int LongestYears = 1;

    public static IEnumerable<FieldError> Check(ConsultationQuestion question, ConsultationBody? body, DateOnly today)
    {
        if (body is null) yield return new(nameof(question.Body), "Välj vem ni frågar.");
        if (body?.Code == ConsultationBodies.OtherUnit && string.IsNullOrWhiteSpace(question.Note)) yield return new(nameof(question.Note), "Skriv vilken enhet ni frågar.");
        if (question.Note?.Length > Consultation.MostNote) yield return new(nameof(question.Note), TooLong(question.Note, Consultation.MostNote));
        if (string.IsNullOrWhiteSpace(question.Question)) yield return new(nameof(question.Question), "Skriv vad ni vill veta.");
        else if (question.Question.Length > Consultation.MostText) yield return new(nameof(question.Question), TooLong(question.Question, Consultation.MostText));
        if (question.LastDay is not { } day) yield return new(nameof(question.LastDay), "Skriv när svaret senast behövs.");
        else if (day <= today) yield return new(nameof(question.LastDay), "Sista dagen måste ligga framåt i tiden.");
        else if (day > today.AddYears(LongestYears)) yield return new(nameof(question.LastDay), "Sista dagen får ligga högst ett år fram.");
    }

    /// <param name="signs">The body answers yes or no.</param>
    /// <param name="byItself">The body's own role answers; otherwise a coach writes in what they said.</param>
    public static IEnumerable<FieldError> Check(ConsultationReply reply, bool signs, bool byItself, DateOnly asked, DateOnly today)
    {
        var verdict = Verdicts.Parse(reply.Verdict);
        if (signs && verdict is null) yield return new(nameof(reply.Verdict), "Välj ja eller nej.");
        if (verdict == Verdict.YesWithConditions && string.IsNullOrWhiteSpace(reply.Conditions)) yield return new(nameof(reply.Conditions), "Skriv villkoren.");
        if (string.IsNullOrWhiteSpace(reply.Text) && (!signs || verdict == Verdict.No)) yield return new(nameof(reply.Text), signs ? "Skriv varför det är nej." : "Skriv vad svaret är.");
        foreach (var (field, text) in new[] { (nameof(reply.Text), reply.Text), (nameof(reply.Conditions), reply.Conditions) })
            if (text?.Length > Consultation.MostText) yield return new(field, TooLong(text, Consultation.MostText));
        if (byItself) yield break;
        if (reply.AnsweredOn is not { } day) yield return new(nameof(reply.AnsweredOn), "Skriv vilken dag de svarade.");
        else if (day < asked) yield return new(nameof(reply.AnsweredOn), "De kan inte ha svarat innan ni frågade.");
        else if (day > today) yield return new(nameof(reply.AnsweredOn), "De kan inte ha svarat en dag som inte har varit.");
    }

    public static DateOnly ProposedLastDay(ConsultationBody body, DateOnly today) => WorkingDays.Add(today, body.AnswerDays);

    private static Text TooLong(string text, int most) => new("Texten är {0} tecken, högst {1} får plats.", text.Length, most);
}
