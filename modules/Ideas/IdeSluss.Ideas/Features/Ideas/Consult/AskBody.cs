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
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <param name="Required">Codes of the bodies that the next decision waits for.</param>
/// <param name="Closed">Why nobody can be asked now; null when one can.</param>
internal sealed record ConsultScreen(string CaseNumber, string? Title, IReadOnlyList<ConsultationView> Consultations, IReadOnlyList<ConsultationBody> Bodies, IReadOnlyList<string> Required, Text? Closed);

/// <summary>The coach asks someone before a decision: a body that answers by itself gets a task and a mail, one outside is asked by the coach's own means and the answer written in.</summary>
internal sealed class AskBody(
    IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IPeopleDirectory people, BodyCatalogue bodies, CaseConsultations consultations, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<ConsultScreen>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        var gate = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)?.GateAfter(idea.Stage);
        return new ConsultScreen(idea.CaseNumber, idea.PublicTitle, await consultations.OfAsync(idea.Id, cancellationToken), bodies.All,
            [.. (gate?.RequirementsIn(idea.Track) ?? []).Where(requirement => requirement.Code is Requirements.BodyConsulted or Requirements.FormSigned).Select(requirement => requirement.Subject!).Distinct()], Closed(idea, gate)?.Message);
    }

    /// <returns>Id of the consultation.</returns>
    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, ConsultationQuestion question, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is not { } workflow) return GateCases.ReadOnly;
        var gate = workflow.GateAfter(idea.Stage);
        if (Closed(idea, gate) is { } closed) return closed;
        var now = time.GetUtcNow();
        var body = bodies.Find(question.Body ?? "");
        var errors = ConsultationRules.Check(question, body, now.StockholmDay()).ToList();
        var asked = body?.AnsweredBy is { } role ? (await people.InRoleAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).FirstOrDefault(person => !SeparationOfDuties.IsOwn(idea, person.Id, person.Email)) : null;
        if (body?.AnsweredBy is not null && asked is null) errors.Add(new(nameof(question.Body), "Ingen har den rollen här och kan svara. Be systemförvaltaren ge någon rollen."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var consultation = new Consultation
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Gate = gate!.Code, Body = body!.Code, BodyName = body.Name, Note = string.IsNullOrWhiteSpace(question.Note) ? null : question.Note.Trim(), Question = question.Question!.Trim(),
            Form = (gate.Requirements ?? []).FirstOrDefault(requirement => requirement.Code == Requirements.FormSigned && requirement.Subject == body.Code)?.Form,
            AskedAt = now, AskedById = user.RequiredId, LastDay = question.LastDay!.Value,
        };
        db.Consultations.Add(consultation);
        db.Timeline.Add(ConsultationLines.Of(idea, consultation, TimelineKinds.ConsultationAsked, Audience.Public, user.RequiredId, Roles.IdeaCoach, now));
        db.Audit(ConsultationLines.Fact("ideas.consultation-asked", idea, consultation, user.RequiredId));
        db.Publish(new ConsultationAsked(idea.Id, idea.CaseNumber, consultation.Id, consultation.Body, consultation.Gate, consultation.LastDay, now), idea.Id);
        if (asked is not null) Ask(idea, consultation, body.AnsweredBy!, asked, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Conflict(new Text("{0} är redan tillfrågad och har inte svarat än.", new Text(body.Name)));
        }

        return consultation.Id;
    }

    private void Ask(Idea idea, Consultation consultation, string role, PersonInfo asked, DateTimeOffset now)
    {
        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, SubjectId = consultation.Id, Kind = CoachTaskKind.AnswerConsultation, Role = role, AuthorityId = idea.AuthorityId, AssigneeId = asked.Id,
            CreatedAt = now, VisibleFrom = now, Due = consultation.LastDay, What = "Svara på ett samråd före beslut.",
        });
        using var _ = new SpeakingTo(asked.Language);
        db.Send(new OutgoingMail(
            asked.Email, texts["Ditt svar behövs om {0}", idea.CaseNumber],
            texts["Hej!\n\nInnan någon beslutar om {0} behövs ditt svar. Läs frågan och svara här:\n{1}/arbete/samrad/{2}\n", idea.CaseNumber, instance.PublicAddress, consultation.Id], idea.CaseNumber));
    }

    private static Problem? Closed(Idea idea, Gate? gate) => idea switch
    {
        { IsOpen: false } => Problem.Conflict("Ärendet är avslutat."),
        { Track: null } => Problem.Conflict("Sortera idén först. Samråd hör till besluten därefter."),
        _ when gate is null => Problem.Conflict("Här finns inget mer att besluta."),
        _ => null,
    };

    private Task<Idea?> FindAsync(string caseNumber, CancellationToken cancellationToken) =>
        db.Ideas.Within(user.Scope(IdeasPermissions.Prepare)).Include(one => one.People).Include(one => one.Contact).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
}
