using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

/// <param name="Decision">Null when it was saved without deciding.</param>
internal sealed record SortReceipt(string CaseNumber, int Version, GateDecisionReceipt? Decision);

/// <summary>
/// The sorting screen's one button: facts, sorting form and decision in one transaction. What is wrong or missing comes back as one list, and nothing is saved
/// by halves.
/// </summary>
internal sealed class SortIdea(IdeasDbContext db, CurrentUser me, WorkflowNames names, IFormRegistry forms, IOrganisation organisation, DecideGate decide, LanguageOfIdea languages, TimeProvider time)
{
    public async Task<Outcome<SortReceipt>> HandleAsync(SortRequest typed, CancellationToken cancellationToken)
    {
        var request = typed.Normalised();
        var idea = await db.Ideas.WithOwners()
            .Within(me.Scope(IdeasPermissions.Sort)).FirstOrDefaultAsync(one => one.CaseNumber == request.CaseNumber, cancellationToken);
        if (idea is null) return OpenCase.OpenCase.NotFound;
        if (idea.Version != request.Version) return Problem.Stale();
        if (names.Of(idea) is not { } workflow) return GateCases.ReadOnly;
        if (workflow.GateAfter(idea.Stage) is not { Code: Gates.Triage } gate || !idea.IsOpen) return Problem.Conflict("Idén är redan sorterad. Öppna ärendet och se var det är.");
        if (SeparationOfDuties.IsOwn(idea, me.RequiredId, me.Email)) return SeparationOfDuties.OwnIdea;

        var form = forms.Current(FormKeys.Sorting) ?? throw new InvalidOperationException("The sorting form is not registered.");
        var errors = request.Check(await organisation.UnitsAsync(cancellationToken)).ToList();
        if (request.Track is not null && workflow.TrackOf(request.Track) is null) errors.Add(new(nameof(request.Track), "Välj ett av spåren."));
        errors.AddRange(FormValidator.Check(form, request.Sorting, complete: false).Select(InForm));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var languageBefore = idea.Language;
        request.ApplyTo(idea);
        idea.CoachId ??= me.RequiredId;
        if (idea.Language != languageBefore) await languages.ChangedAsync(idea, cancellationToken);
        return request.Decision is { } decision
            ? await DecideAsync(idea, workflow, gate, form, request, decision, cancellationToken)
            : await SaveAsync(idea, form, request, cancellationToken);
    }

    private async Task<Outcome<SortReceipt>> SaveAsync(Idea idea, FormDefinition form, SortRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.Sorting.Json.Count > 0)
            EvidenceSaving.Put(db, idea.Id, await db.Evidence.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.Form == form.Key, cancellationToken), FormEvaluator.Evaluate(form, request.Sorting), me.RequiredId, now);
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.Edited, Stage = idea.Stage, ActorId = me.Id, ActorRole = Roles.IdeaCoach });
        db.Audit(new AuditFact("ideas.sorting-saved", "idea", idea.Id, me.Id, idea.AuthorityId));
        // The version is what the next save is measured against, also when only the form was changed.
        db.Entry(idea).Property(one => one.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return new SortReceipt(idea.CaseNumber, idea.Version, null);
    }

    private async Task<Outcome<SortReceipt>> DecideAsync(Idea idea, WorkflowDefinition workflow, Gate gate, FormDefinition form, SortRequest request, SortDecision chosen, CancellationToken cancellationToken)
    {
        if (gate.OutcomesIn(idea.Track).FirstOrDefault(one => one.Code == chosen.Outcome) is not { } outcome)
            return Problem.Invalid(new FieldError(nameof(chosen.Outcome), "Beslut: välj ett av besluten i listan."));
        var decision = new GateDecision
        {
            CaseNumber = request.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Reason = chosen.Reason, Reply = chosen.Reply, Impartial = chosen.Impartial,
            CloseReason = chosen.CloseReason, RedirectTarget = chosen.RedirectTarget, MergeInto = chosen.MergeInto, Question = chosen.Question, Track = request.Track, Version = request.Version,
            Evidence = request.Sorting.Json.Count > 0 ? new Dictionary<string, Answers> { [form.Key] = request.Sorting } : [],
        };
        if (Missing(idea, outcome, form, workflow, request, decision) is { } problem) return problem;

        // The facts are on the case that the engine decides on: one save holds both.
        var outcomeOfDecision = await decide.HandleAsync(decision, cancellationToken);
        return outcomeOfDecision.Failed(out var refused, out var receipt) ? InForm(refused, form) : new SortReceipt(idea.CaseNumber, idea.Version, receipt);
    }

    /// <summary>All that is missing at once: the facts, each question of the form, and the record itself.</summary>
    private static Problem? Missing(Idea idea, GateOutcome outcome, FormDefinition form, WorkflowDefinition workflow, SortRequest request, GateDecision decision)
    {
        var hasReason = DecisionRecordRules.DefaultReason(outcome, workflow, decision, null) is not null;
        var record = DecisionRecordRules.Check(decision, outcome, workflow, hasReason).ToList();
        var missing = SortingFacts.Missing(idea, outcome, request.Track).ToList();
        if (outcome.NeedsEvidence) missing.AddRange(FormValidator.Check(form, request.Sorting, complete: true).Select(InForm));
        var all = missing.Concat(record).ToArray();
        if (all.Length == 0) return null;
        return new Problem(record.Count > 0 ? ProblemKind.Invalid : ProblemKind.Conflict, CountInWords.MissingBeforeDecision(all.Length), all);
    }

    private static FieldError InForm(FieldError error) => error with { Field = $"{FormKeys.Sorting}.{error.Field}" };

    /// <summary>The engine names a form by its key; here its first question is where one goes.</summary>
    private static Problem InForm(Problem problem, FormDefinition form) =>
        problem with { Errors = [.. problem.Errors.Select(error => error.Field == form.Key ? error with { Field = $"{form.Key}.{form.Fields[0].Key}" } : error)] };
}
