using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>What a coach does while the answer has not come: reminds, notes that none came in time, or takes the question back. Silence is always noted by a person.</summary>
internal sealed class FollowUpBody(IdeasDbContext db, CurrentUser user, ConsultationCases cases, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<Done>> RemindAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, version, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var now = time.GetUtcNow();
        if (found.Consultation.RemindedAt?.StockholmDay() == now.StockholmDay()) return Problem.Conflict("En påminnelse är redan skickad i dag.");
        await ConsultationReminder.SendAsync(db, people, instance, texts, found.Consultation, found.Idea, found.Body, now, cancellationToken);
        db.Audit(ConsultationLines.Fact("ideas.consultation-reminded", found.Idea, found.Consultation, user.RequiredId));
        return await SaveAsync(cancellationToken);
    }

    public async Task<Outcome<Done>> NoteNoAnswerAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, version, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var now = time.GetUtcNow();
        if (found.Consultation.LastDay >= now.StockholmDay()) return Problem.Conflict("De har tid kvar att svara. Vänta till dagen efter sista svarsdagen.");
        found.Consultation.Status = ConsultationStatus.Unanswered;
        found.Consultation.AnsweredAt = now;
        found.Consultation.AnsweredById = user.RequiredId;
        await cases.RecordAsync(found, TimelineKinds.ConsultationUnanswered, "ideas.consultation-unanswered", Audience.Public, now, cancellationToken);
        db.Publish(new ConsultationAnswered(found.Idea.Id, found.Idea.CaseNumber, id, found.Consultation.Body, found.Consultation.Gate, "NO_ANSWER", now), found.Idea.Id);
        return await SaveAsync(cancellationToken);
    }

    public async Task<Outcome<Done>> WithdrawAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, version, cancellationToken)).Failed(out var problem, out var found)) return problem;
        found.Consultation.Status = ConsultationStatus.Withdrawn;
        await cases.RecordAsync(found, TimelineKinds.ConsultationWithdrawn, "ideas.consultation-withdrawn", Audience.Public, time.GetUtcNow(), cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    private async Task<Outcome<ConsultationCase>> FindAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        if (!found.IsCoach) return Problem.Forbidden("Idécoachen sköter samrådet. Du kan läsa och svara.");
        return cases.Closed(found, version) is { } closed ? closed : found;
    }

    private async Task<Outcome<Done>> SaveAsync(CancellationToken cancellationToken)
    {
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
}

/// <summary>A mail to whoever answers by itself; bodies outside are reminded by the coach's own means, and the day is kept.</summary>
internal static class ConsultationReminder
{
    public static async Task SendAsync(IdeasDbContext db, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, Consultation consultation, Idea idea, ConsultationBody? body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        consultation.RemindedAt = now;
        if (body?.AnsweredBy is not { } role) return;
        var asked = (await people.InRoleAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).FirstOrDefault(person => !SeparationOfDuties.IsOwn(idea, person.Id, person.Email));
        if (asked is null) return;
        using var _ = new SpeakingTo(asked.Language);
        db.Send(new OutgoingMail(
            asked.Email, texts["Påminnelse: ditt svar behövs om {0}", idea.CaseNumber],
            texts["Hej!\n\nVi väntar på ditt svar om {0}. Läs frågan och svara här:\n{1}/arbete/samrad/{2}\n", idea.CaseNumber, instance.PublicAddress, consultation.Id], idea.CaseNumber));
    }
}
