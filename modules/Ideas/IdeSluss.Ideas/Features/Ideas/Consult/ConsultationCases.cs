using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <param name="Body">Null when its plugin is gone: the question can still be read, and noted as unanswered.</param>
/// <param name="IsCoach">The reader prepares the case: asks, reminds, writes in what bodies outside said.</param>
/// <param name="IsAsked">The reader holds the role that answers by itself, where the case lies, and the idea is not their own.</param>
internal sealed record ConsultationCase(Consultation Consultation, Idea Idea, Contracts.ConsultationBody? Body, bool IsCoach, bool IsAsked);

/// <summary>Finds a consultation for those who have something to do with it; for everyone else it does not exist.</summary>
internal sealed class ConsultationCases(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IPeopleDirectory people, BodyCatalogue bodies)
{
    public static readonly Problem NotFound = Problem.NotFound("Samrådet finns inte, eller så är det inte ditt.");

    public async Task<Outcome<ConsultationCase>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var consultation = await db.Consultations.FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (consultation is null) return NotFound;
        var idea = await db.Ideas.Within(user.Scope(IdeasPermissions.Prepare).With(user.Scope(IdeasPermissions.Advise)))
            .Include(one => one.People).Include(one => one.Contact).FirstOrDefaultAsync(one => one.Id == consultation.IdeaId, cancellationToken);
        if (idea is null) return NotFound;
        var isCoach = user.Scope(IdeasPermissions.Prepare).Covers(idea.AuthorityId, idea.UnitId);
        var body = bodies.Find(consultation.Body);
        var isAsked = body?.AnsweredBy is { } role && user.HasRole(role) && (await people.InRoleAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).Any(person => person.Id == user.Id);
        if (!isCoach && !isAsked) return NotFound;
        if (isAsked && SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return Problem.Forbidden("Du kan inte svara om en idé som är din egen eller som du har anmält jäv för.");
        return new ConsultationCase(consultation, idea, body, isCoach, isAsked);
    }

    /// <summary>What stands in the way of any change; null when nothing does.</summary>
    public Problem? Closed(ConsultationCase found, int version) => found switch
    {
        _ when found.Consultation.Version != version => Problem.Stale(),
        _ when workflows.Find(found.Idea.WorkflowKey, found.Idea.WorkflowVersion) is null => GateCases.ReadOnly,
        { Idea.IsOpen: false } => Problem.Conflict("Ärendet är avslutat."),
        { Consultation.Status: ConsultationStatus.Asked } => null,
        _ => Problem.Conflict("Samrådet är redan avslutat."),
    };

    /// <summary>Line, audit fact and the tasks of one that has ended, with the next save.</summary>
    public async Task RecordAsync(ConsultationCase found, string kind, string action, Audience audience, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (consultation, idea) = (found.Consultation, found.Idea);
        db.Timeline.Add(ConsultationLines.Of(idea, consultation, kind, audience, user.RequiredId, found.IsAsked ? found.Body?.AnsweredBy : Roles.IdeaCoach, now));
        db.Audit(ConsultationLines.Fact(action, idea, consultation, user.RequiredId));
        foreach (var task in await db.Tasks.Where(task => task.IdeaId == idea.Id && task.SubjectId == consultation.Id && task.DoneAt == null && !task.Cancelled).ToListAsync(cancellationToken))
            (task.DoneAt, task.DoneById) = (now, user.RequiredId);
    }
}

internal static class ConsultationLines
{
    public static TimelineEntry Of(Idea idea, Consultation consultation, string kind, Audience audience, Guid by, string? role, DateTimeOffset now) => new()
    {
        Id = OrderedId.Next(),
        IdeaId = idea.Id,
        At = now,
        VisibleFrom = idea.HeldUntil > now ? idea.HeldUntil.Value : now,
        Audience = audience,
        Kind = kind,
        Stage = idea.Stage,
        ActorId = by,
        ActorRole = role,
        // Who was asked, never what was asked or said.
        Note = consultation.BodyName,
    };

    public static AuditFact Fact(string action, Idea idea, Consultation consultation, Guid by) =>
        new(action, "idea", idea.Id, by, idea.AuthorityId, new Dictionary<string, string> { ["consultation"] = consultation.Id.ToString(), ["body"] = consultation.Body, ["gate"] = consultation.Gate });
}
