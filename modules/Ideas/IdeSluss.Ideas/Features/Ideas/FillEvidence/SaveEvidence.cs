using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Workflow;
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
/// <param name="Earlier">Answers to an earlier version with other questions, to read beside the new ones.</param>
/// <param name="Removed">Answers of a draft to questions that the form no longer asks, under the name the question had.</param>
/// <param name="NotNeededIn">Name of the track that skips it.</param>
/// <param name="MayFill">The reader may fill it in: the case is open, it is asked for, and one has the permission.</param>
internal sealed record EvidenceCard(
    string CaseNumber, string? Title, FormEvaluation Evaluation, FormFacts Facts, FormEvaluation? Earlier, IReadOnlyList<RemovedAnswer> Removed, EvidenceAnswer? Row, string? NotNeededIn, bool MayFill)
{
    public FormDefinition Form => Evaluation.Form;

    public int Version => Row?.Version ?? 0;
}

/// <param name="Cleared">Nothing in the form keeps the case.</param>
internal sealed record SavedEvidence(int Version, bool Cleared);

/// <summary>Reads and saves evidence. It belongs to the case, not to the gate: each fact is asked once.</summary>
internal sealed class SaveEvidence(IdeasDbContext db, CurrentUser user, CaseEvidence evidence, IWorkflowRegistry workflows, IFormRegistry forms, TimeProvider time)
{
    private static readonly Problem NoSuchForm = Problem.NotFound("Formuläret hör inte till det här ärendet.");

    public async Task<Outcome<EvidenceCard>> ReadAsync(string caseNumber, string form, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, form, IdeasPermissions.ReadEvidence, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, definition, row, facts, notNeeded, asked) = found;
        var mayFill = asked && notNeeded is null && idea.IsOpen && user.Scope(IdeasPermissions.Evidence).Covers(idea.AuthorityId, idea.UnitId);
        var earlier = row is not null && row.FormVersion != definition.Version && facts.FormOf(form)?.Version == row.FormVersion ? facts.Of(form) : null;
        var answers = earlier is null ? facts.AnswersTo(form) : StillFitting(definition, facts.AnswersTo(form));
        var removed = RemovedAnswers.Of(definition, facts.AnswersTo(form)).Select(one => one with { Key = facts.FormOf(form)?.FieldOf(one.Key)?.Label ?? one.Key }).ToList();
        return new EvidenceCard(idea.CaseNumber, idea.PublicTitle, FormEvaluator.Evaluate(definition, answers, facts), facts, earlier, removed, row, notNeeded, mayFill);
    }

    public async Task<Outcome<SavedEvidence>> HandleAsync(EvidenceInput input, CancellationToken cancellationToken)
    {
        if ((await FindAsync(input.CaseNumber, input.Form, IdeasPermissions.Evidence, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, definition, row, facts, notNeeded, asked) = found;
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is null) return GateCases.ReadOnly;
        if (!asked) return Problem.Conflict("Underlaget hör till en tidigare arbetsgång. Det kan läsas men inte ändras.");
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Underlaget kan läsas men inte ändras.");
        if (notNeeded is not null) return Problem.Conflict(new Text("Behövs inte: spår {0}.", new Text(notNeeded)));
        if (input.Version != (row?.Version ?? 0)) return Problem.Stale();
        var evaluation = FormEvaluator.Evaluate(definition, input.Answers, facts);
        var errors = evaluation.Errors(input.Complete).Concat(definition.Public ? PublicAnswers.PointingOutSomeone(definition, input.Answers) : []).ToList();
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var now = time.GetUtcNow();
        var saved = EvidenceSaving.Put(db, idea.Id, row, evaluation, user.RequiredId, now);
        db.Timeline.Add(Line(idea, now, TimelineKinds.EvidenceSaved, definition.Key));
        if (saved.Complete && ReturningAnswers.StepsOf(evaluation) is { Count: > 0 } steps) db.Timeline.Add(Line(idea, now, TimelineKinds.EvidenceReturned, string.Join('\n', steps)));
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

        return new SavedEvidence(saved.Version, evaluation.IsCleared);
    }

    /// <summary>The newest form where it is asked for; otherwise the one that was answered. Without its workflow a case can be read: then every form it has answers to is its own.</summary>
    private async Task<Outcome<FoundEvidence>> FindAsync(string caseNumber, string key, string permission, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Within(user.Scope(permission)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        var rows = await db.Evidence.Where(one => one.IdeaId == idea.Id).ToListAsync(cancellationToken);
        var facts = await evidence.OfAsync(idea, rows, cancellationToken);
        var row = rows.Find(one => one.Form == key);
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion);
        var asked = workflow?.Gates.SelectMany(gate => gate.Evidence).Where(one => one.Form == EqualityGuides.NeededFor(key)).ToList() ?? [];
        if ((asked.Count == 0 && row is null) || (asked.Count == 0 ? facts.FormOf(key) : forms.Current(key)) is not { } form) return NoSuchForm;
        var notNeeded = asked.Count == 0 || asked.Exists(one => one.NeededIn(idea.Track)) ? null : workflow?.TrackOf(idea.Track)?.Name;
        return new FoundEvidence(idea, form, row, facts, notNeeded, asked.Count > 0);
    }

    /// <summary>What was answered in an earlier version and still is an answer to the same question.</summary>
    private static Answers StillFitting(FormDefinition form, Answers answers)
    {
        var wrong = FormEvaluator.Evaluate(form, answers).Errors(complete: false).Select(error => error.Field.Split('.')[0]).ToHashSet();
        return new(new(answers.Json.Where(pair => !wrong.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));
    }

    private TimelineEntry Line(Idea idea, DateTimeOffset now, string kind, string note) => new()
    {
        Id = OrderedId.Next(),
        IdeaId = idea.Id,
        At = now,
        VisibleFrom = now,
        Audience = Audience.Internal,
        Kind = kind,
        Stage = idea.Stage,
        ActorId = user.RequiredId,
        Note = note,
    };

    /// <param name="Asked">The case's workflow asks for it at some gate, or for what it helps with.</param>
    private sealed record FoundEvidence(Idea Idea, FormDefinition Form, EvidenceAnswer? Row, FormFacts Facts, string? NotNeededIn, bool Asked);
}
