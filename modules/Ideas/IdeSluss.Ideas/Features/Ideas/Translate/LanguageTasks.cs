using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <summary>What a coach has to do about a language: find someone who reads it, and give the answer in it.</summary>
internal static class LanguageTasks
{
    private const int FindReaderDays = 3;

    /// <summary>As long as for every answer (<c>domain.md</c> 1.5, invariant 4).</summary>
    private const int OwedDays = 2;
    private const int AskedDays = 5;

    /// <summary>Everyone may write in their own language; someone who reads it must then be found in time.</summary>
    /// <param name="hasRight">The submitter has a right to be answered in it.</param>
    public static CoachTask FindReader(Idea idea, bool hasRight, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = CoachTaskKind.OtherLanguage, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId,
        CreatedAt = now, VisibleFrom = now, Due = WorkingDays.Add(now.StockholmDay(), FindReaderDays), Language = idea.Language,
        What = hasRight ? "Hitta någon som kan läsa idén och svara på idégivarens språk." : "Hitta någon som läser språket som idén är skriven på.",
    };

    /// <summary>The reply in a language that the submitter has a right to.</summary>
    public static CoachTask Owed(Idea idea, Decision decision) => TranslateReply(idea, decision.Id, idea.Language, decision.EffectiveAt, OwedDays, "Ge beskedet på idégivarens språk också.");

    /// <summary>The reply in the language that the submitter has asked for.</summary>
    public static CoachTask Asked(Idea idea, Guid decisionId, string language, DateTimeOffset now) => TranslateReply(idea, decisionId, language, now, AskedDays, "Idégivaren vill ha beslutet på ett annat språk.");

    private static CoachTask TranslateReply(Idea idea, Guid decisionId, string language, DateTimeOffset from, int days, string what) => new()
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = CoachTaskKind.TranslateReply, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId,
        CreatedAt = from, VisibleFrom = from, Due = WorkingDays.Add(from.StockholmDay(), days), DecisionId = decisionId, Language = language, What = what,
    };
}
