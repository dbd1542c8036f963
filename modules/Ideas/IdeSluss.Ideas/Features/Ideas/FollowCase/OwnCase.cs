using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>A case as its submitter sees it: their own words, what concerns only them, and what they can do.</summary>
/// <param name="Question">What we asked and have no answer to yet.</param>
internal sealed record OwnCaseView(
    Guid Id, string CaseNumber, string Title, string Text, DateTimeOffset ReceivedAt, DateOnly? AnswerBy, bool Paused, string Authority, Story Story, IReadOnlyList<OwnMessage> Messages,
    OwnQuestion? Question, AnswerWay AnswerWay, bool HasEmail, bool HasAccount, bool CanWithdraw, bool CanWrite, bool IsPublic, string? RedirectedTo, int Version);

internal sealed record OwnMessage(DateTimeOffset At, bool FromSubmitter, string Text);

internal sealed record OwnQuestion(Guid Id, string Text, DateOnly? AnswerBy);

internal sealed class OwnCase(IdeasDbContext db, CaseStory story, IOrganisation organisation, TimeProvider time)
{
    public static readonly Problem NoSuchCase = Problem.NotFound("Vi hittar ingen idé här. Skriv koden igen, eller logga in om du lämnade idén inloggad.");

    /// <summary>The caller has already shown that the case is theirs.</summary>
    public async Task<Outcome<OwnCaseView>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var idea = await db.Ideas.AsNoTracking().Include(one => one.Contact).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (idea is null) return NoSuchCase;
        var told = await story.TellAsync(idea, toSubmitter: true, now, cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(message => message.IdeaId == id && message.VisibleFrom <= now).OrderBy(message => message.At).ThenBy(message => message.Id).Take(200).ToListAsync(cancellationToken);
        var held = idea.HeldUntil > now;
        var question = idea.Status == IdeaStatus.Waiting ? OpenQuestion(messages) : null;
        return new OwnCaseView(
            idea.Id, idea.CaseNumber, idea.PublicTitle is { } title && idea.IsPublic(now) ? title : idea.OriginalTitle ?? "", idea.OriginalText, idea.ReceivedAt,
            told.Done || held ? null : idea.PromiseDue, idea.PausedAt is not null && !held, (await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken))?.Name ?? "", told,
            [.. messages.Select(message => new OwnMessage(message.At, message.FromSubmitter, message.Text))],
            question is null ? null : new OwnQuestion(question.Id, question.Text, question.AnswerBy),
            idea.AnswerWay, idea.Contact?.Email is not null, idea.SubmitterId is not null, !told.Done && WithdrawCase.IsPossible(idea), !told.Done, idea.IsPublic(now),
            held ? null : idea.RedirectTarget, idea.Version);
    }

    /// <summary>The latest question nobody has answered.</summary>
    public static Message? OpenQuestion(IReadOnlyList<Message> messages)
    {
        var answered = messages.Where(message => message.AnswersId is not null).Select(message => message.AnswersId!.Value).ToHashSet();
        return messages.LastOrDefault(message => !message.FromSubmitter && !answered.Contains(message.Id));
    }
}
