using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <param name="Complete">Everything must be answered; otherwise gaps are kept for later.</param>
/// <param name="Version">The version that was open; 0 when nothing was saved yet.</param>
internal sealed record EvidenceInput(string CaseNumber, string Form, Answers Answers, bool Complete, int Version);

/// <summary>A form of a case, with what has been answered so far.</summary>
/// <param name="NotNeededIn">Name of the track that skips it.</param>
internal sealed record EvidenceCard(string CaseNumber, string? Title, FormDefinition Form, Answers Answers, bool Complete, int Version, DateTimeOffset? SavedAt, string? NotNeededIn, bool Open);

/// <summary>Reads and saves evidence. It belongs to the case, not to the gate: each fact is asked once.</summary>
internal sealed class SaveEvidence(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IFormRegistry forms, TimeProvider time)
{
    private static readonly Problem NoSuchForm = Problem.NotFound("Formuläret hör inte till det här ärendet.");

    public async Task<Outcome<EvidenceCard>> ReadAsync(string caseNumber, string form, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, form, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, definition, row, notNeeded, workflow) = found;
        return new EvidenceCard(idea.CaseNumber, idea.PublicTitle, definition, row is null ? Answers.Empty : Answers.Parse(row.Answers), row?.Complete ?? false, row?.Version ?? 0, row?.SavedAt, notNeeded, idea.IsOpen && workflow is not null);
    }

    /// <returns>The new version.</returns>
    public async Task<Outcome<int>> HandleAsync(EvidenceInput input, CancellationToken cancellationToken)
    {
        if ((await FindAsync(input.CaseNumber, input.Form, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, definition, row, notNeeded, workflow) = found;
        if (workflow is null) return GateCases.ReadOnly;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Underlaget kan läsas men inte ändras.");
        if (notNeeded is not null) return Problem.Conflict(new Text("Behövs inte: spår {0}.", new Text(notNeeded)));
        if (input.Version != (row?.Version ?? 0)) return Problem.Stale();
        var errors = FormValidator.Check(definition, input.Answers, input.Complete);
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var now = time.GetUtcNow();
        var saved = EvidenceSaving.Put(db, idea.Id, row, definition, input.Answers, user.RequiredId, now);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Internal,
            Kind = TimelineKinds.EvidenceSaved,
            Stage = idea.Stage,
            ActorId = user.RequiredId,
            Note = definition.Key,
        });
        db.Audit(new AuditFact("ideas.evidence-saved", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["form"] = definition.Key, ["complete"] = saved.Complete ? "yes" : "no" }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
        // Two people saved the first answers at the same moment.
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Stale();
        }

        return saved.Version;
    }

    /// <summary>Without its workflow a case can be read: then every form it has answers to is its own.</summary>
    private async Task<Outcome<(Idea Idea, FormDefinition Form, EvidenceAnswer? Row, string? NotNeededIn, WorkflowDefinition? Workflow)>> FindAsync(string caseNumber, string key, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Within(user.Scope(IdeasPermissions.Evidence)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        var row = await db.Evidence.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.Form == key, cancellationToken);
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion);
        var asked = workflow?.Gates.SelectMany(gate => gate.Evidence).Where(evidence => evidence.Form == key).ToList() ?? [];
        if ((asked.Count == 0 && row is null) || forms.Current(key) is not { } form) return NoSuchForm;
        var notNeeded = asked.Count == 0 || asked.Exists(evidence => evidence.NeededIn(idea.Track)) ? null : workflow?.TrackOf(idea.Track)?.Name;
        return (idea, form, row, notNeeded, workflow);
    }
}
