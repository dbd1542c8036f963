using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <summary>
/// The submitter wants the latest decision in another language: a right in an administrative area (lag 2009:724, 8 §), otherwise as far as needed (FL 13 §). It becomes a task; asking
/// twice makes no second one.
/// </summary>
internal sealed class AskForTranslation(IdeasDbContext db, LanguageRights rights, TimeProvider time)
{
    /// <summary>The languages to offer: those one has a right to here, and the one the submitter wrote in.</summary>
    public IReadOnlyList<string> Offered(Idea idea)
    {
        var languages = rights.On(time.StockholmToday()).ToList();
        if (TextLanguages.NeedsReader(idea.Language) && !languages.Contains(idea.Language)) languages.Insert(0, idea.Language);
        return languages;
    }

    /// <param name="person">The account that asks; null when the code opened the case.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid ideaId, string? language, Guid? person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await db.Ideas.FirstOrDefaultAsync(idea => idea.Id == ideaId, cancellationToken) is not { } idea) return OwnCase.NoSuchCase;
        if (language is null || !Offered(idea).Contains(language)) return Problem.Invalid(new FieldError("Language", "Språk: välj ett i listan."));
        var decision = await db.Decisions.AsNoTracking().Where(one => one.IdeaId == ideaId && one.EffectiveAt <= now && one.TakenBackAt == null).OrderByDescending(one => one.DecidedAt).ThenByDescending(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        if (decision is null) return Problem.Conflict("Det finns inget beslut att översätta än.");
        if (await db.Translations.AnyAsync(one => one.DecisionId == decision.Id && one.Language == language, cancellationToken)) return Problem.Conflict("Beslutet finns redan på det språket. Du hittar det under Det här har hänt.");
        if (await db.Tasks.AnyAsync(task => task.DecisionId == decision.Id && task.Kind == CoachTaskKind.TranslateReply && task.Language == language && !task.Cancelled && task.DoneAt == null, cancellationToken)) return Done.It;

        db.Tasks.Add(LanguageTasks.Asked(idea, decision.Id, language, now));
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = ideaId, At = now, VisibleFrom = now, Audience = Audience.Submitter, Kind = TimelineKinds.TranslationAsked, Stage = idea.Stage, ActorId = person, Note = language });
        db.Audit(new AuditFact("ideas.translation-asked", "idea", ideaId, person, idea.AuthorityId, new Dictionary<string, string> { ["language"] = language }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Someone pressed twice: the first is at work.
        }

        return Done.It;
    }
}
