using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>The submitter answers a question, or adds something: the clock goes on, and a coach has something to read.</summary>
internal sealed class ReplyToOffice(IdeasDbContext db, TimeProvider time)
{
    public const int MostText = 10_000;
    private const int ReadingDays = 2;

    /// <param name="person">The account that writes; null when the code opened the case.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid ideaId, string? typed, Guid? person, CancellationToken cancellationToken)
    {
        var text = SubmittedText.Lines(typed);
        if (text.Length == 0) return Problem.Invalid(new FieldError("Text", "Ditt svar: fältet är tomt."));
        if (text.Length > MostText) return Problem.Invalid(new FieldError("Text", new Text("Ditt svar: texten är {0} tecken för lång. Den får vara högst {1} tecken.", text.Length - MostText, MostText)));
        var now = time.GetUtcNow();
        if (await db.Ideas.FirstOrDefaultAsync(idea => idea.Id == ideaId, cancellationToken) is not { } idea) return OwnCase.NoSuchCase;
        if (!idea.IsOpen && !(idea.HeldUntil > now) && !await IsPartOfOpenAsync(idea, cancellationToken)) return Problem.Conflict("Idén är avslutad. Har något ändrats? Lämna den gärna igen.");

        var messages = await db.Messages.Where(message => message.IdeaId == ideaId && message.VisibleFrom <= now).OrderBy(message => message.At).ThenBy(message => message.Id).ToListAsync(cancellationToken);
        // The same text twice is a double click, not a second answer.
        if (messages is [.., { FromSubmitter: true } last] && last.Text == text) return Done.It;
        var question = OwnCase.OpenQuestion(messages);
        db.Messages.Add(new Message { Id = Guid.CreateVersion7(), IdeaId = ideaId, At = now, FromSubmitter = true, AuthorId = person, Text = text, AnswersId = question?.Id, VisibleFrom = now });
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = ideaId, At = now, VisibleFrom = now, Audience = Audience.Submitter, Kind = TimelineKinds.Answered, Stage = idea.Stage, ActorId = person });
        if (idea.Status == IdeaStatus.Waiting && !(idea.HeldUntil > now)) idea.Resume(now);
        var review = TextReview.Of(text);
        idea.Hints |= review.Hints & (SensitiveHints.Irregularity | SensitiveHints.Threat);
        if (review.Hints.HasFlag(SensitiveHints.Irregularity) && !idea.Restricted)
            db.Publish(new Contracts.IrregularityHinted(idea.Id, idea.CaseNumber, idea.AuthorityId, now), idea.Id);

        await CloseRemindersAsync(ideaId, cancellationToken);
        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(),
            IdeaId = ideaId,
            Kind = CoachTaskKind.ReadReply,
            Role = Roles.IdeaCoach,
            AuthorityId = idea.AuthorityId,
            AssigneeId = idea.CoachId,
            CreatedAt = now,
            VisibleFrom = now,
            Due = WorkingDays.Add(now.StockholmDay(), ReadingDays),
            What = "Läs svaret från idégivaren.",
        });
        db.Audit(new AuditFact("ideas.answered", "idea", idea.Id, person, idea.AuthorityId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    /// <summary>A merged idea goes on with the whole: its submitter can still tell the office something, also that the ideas should be divided.</summary>
    private Task<bool> IsPartOfOpenAsync(Idea idea, CancellationToken cancellationToken) =>
        db.Ideas.AnyAsync(whole => whole.Id == idea.MergedIntoId && whole.Status != IdeaStatus.Closed, cancellationToken);

    /// <summary>What was waiting for this answer is no longer needed.</summary>
    private async Task CloseRemindersAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var waiting = await db.Tasks.Where(task => task.IdeaId == ideaId && task.DoneAt == null && !task.Cancelled && (task.Kind == CoachTaskKind.ConsiderClosing || task.Kind == CoachTaskKind.RemindSubmitter)).ToListAsync(cancellationToken);
        foreach (var task in waiting) task.Cancelled = true;
    }
}
