using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>A case as its submitter sees it: their own words, what concerns only them, and what they can do.</summary>
/// <param name="Story">Where the case is. Once merged it is the whole idea's, and <paramref name="Earlier"/> tells what happened before.</param>
/// <param name="TranslateTo">Languages in which the latest decision can be asked for; none before there is one.</param>
/// <param name="Question">What we asked and have no answer to yet.</param>
/// <param name="Merge">The question whether it may be merged with another.</param>
internal sealed record OwnCaseView(
    Guid Id, string CaseNumber, string Title, string Text, DateTimeOffset ReceivedAt, DateOnly? AnswerBy, bool Paused, string Authority, Story Story, IReadOnlyList<StoryEvent> Earlier, IReadOnlyList<OwnMessage> Messages,
    OwnQuestion? Question, OwnMergeQuestion? Merge, OwnMerged? MergedWith, AnswerWay AnswerWay, bool HasEmail, bool HasAccount, bool CanWithdraw, bool CanWrite, bool IsPublic, string? RedirectedTo, string Language, IReadOnlyList<string> TranslateTo, int Version);

internal sealed record OwnMessage(DateTimeOffset At, bool FromSubmitter, string Text);

internal sealed record OwnQuestion(Guid Id, string Text, DateOnly? AnswerBy);

/// <param name="Title">Null while nobody else may read it.</param>
internal sealed record OwnMergeQuestion(string Number, string? Title, string Reason, DateOnly AnswerBy);

/// <param name="Number">Null when the other idea is not one that others may know of.</param>
internal sealed record OwnMerged(string? Number, string? Title, bool IsPublic);

internal sealed class OwnCase(IdeasDbContext db, CaseStory story, AskForTranslation translation, IOrganisation organisation, TimeProvider time)
{
    public static readonly Problem NoSuchCase = Problem.NotFound("Vi hittar ingen idé här. Skriv koden igen, eller logga in om du lämnade idén inloggad.");

    /// <summary>The caller has already shown that the case is theirs.</summary>
    public async Task<Outcome<OwnCaseView>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var idea = await db.Ideas.AsNoTracking().Include(one => one.Contact).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (idea is null) return NoSuchCase;
        var whole = idea.MergedIntoId is { } other ? await db.Ideas.AsNoTracking().FirstAsync(one => one.Id == other, cancellationToken) : null;
        var own = await story.TellAsync(idea, toSubmitter: true, now, cancellationToken);
        // What is between the office and the other idea's submitter stays there; what became restricted is not told on.
        var way = whole is { Restricted: false } ? whole : idea;
        var told = way == idea ? own : await story.TellAsync(way, toSubmitter: false, now, cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(message => message.IdeaId == id && message.VisibleFrom <= now).OrderBy(message => message.At).ThenBy(message => message.Id).Take(200).ToListAsync(cancellationToken);
        var held = way.HeldUntil > now;
        var question = idea.Status == IdeaStatus.Waiting ? OpenQuestion(messages) : null;
        var merge = await MergeQuestionAsync(id, now, cancellationToken);
        return new OwnCaseView(
            idea.Id, idea.CaseNumber, idea.PublicTitle is { } title && idea.IsPublic(now) ? title : idea.OriginalTitle ?? "", idea.OriginalText, idea.ReceivedAt,
            told.Done || held ? null : way.PromiseDue, way.PausedAt is not null && !held, (await organisation.AuthorityAsync(way.AuthorityId, cancellationToken))?.Name ?? "", told, way == idea ? [] : own.Events,
            [.. messages.Select(message => new OwnMessage(message.At, message.FromSubmitter, message.Text))],
            question is null ? null : new OwnQuestion(question.Id, question.Text, question.AnswerBy), merge,
            whole is null ? null : way == idea ? new OwnMerged(null, null, false) : new OwnMerged(whole.CaseNumber, whole.IsPublic(now) ? whole.PublicTitle : null, whole.IsPublic(now)),
            idea.AnswerWay, idea.Contact?.Email is not null, idea.SubmitterId is not null,
            !told.Done && WithdrawCase.IsPossible(idea) && !await db.Ideas.AnyAsync(one => one.MergedIntoId == id, cancellationToken), !told.Done, idea.IsPublic(now),
            held ? null : idea.RedirectTarget, idea.Language, own.Events.Any(line => line.Kind == TimelineKinds.Decided) ? translation.Offered(idea) : [], idea.Version);
    }

    private async Task<OwnMergeQuestion?> MergeQuestionAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await db.Merges.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == id && one.State == MergeState.Asked && one.AskedFrom <= now, cancellationToken);
        if (asked is null) return null;
        var other = await db.Ideas.AsNoTracking().FirstAsync(one => one.Id == asked.TargetId, cancellationToken);
        return new OwnMergeQuestion(other.CaseNumber, other.IsPublic(now) ? other.PublicTitle : null, asked.Reason, asked.AnswerBy);
    }

    /// <summary>The latest question nobody has answered.</summary>
    public static Message? OpenQuestion(IReadOnlyList<Message> messages)
    {
        var answered = messages.Where(message => message.AnswersId is not null).Select(message => message.AnswersId!.Value).ToHashSet();
        return messages.LastOrDefault(message => !message.FromSubmitter && !answered.Contains(message.Id));
    }
}
