using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Templates;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

/// <param name="Mine">It is about a role that one has.</param>
internal sealed record ExerciseLine(Exercise Exercise, bool Mine, bool Begun, bool Done);

/// <param name="Idea">The made-up idea in its submitter's words.</param>
/// <param name="Basis">Forms that are filled in, to read; those that the decision rests on first.</param>
/// <param name="ToFill">Forms to fill in.</param>
internal sealed record ExerciseView(
    Exercise Exercise, string Title, string Idea, string? Need, Gate Gate, IReadOnlyList<GateOutcome> Outcomes, CaseForms Basis, IReadOnlyList<FormDefinition> ToFill, PracticeState State, string? ToName, int Version)
{
    public FormFacts Facts => Basis.Facts;
}

/// <summary>
/// The practice sluice: the default workflow's gates, forms and rules on a made-up case. Decided by the same pure rules as a real one, but nothing is written beside one's own <see cref="PracticeCase"/>:
/// no idea, event, mail, task or audit fact.
/// </summary>
internal sealed class Practice(IdeasDbContext db, CurrentUser me, TemplateExamples examples, IFormRegistry forms, IWorkflowRegistry workflows, IStringLocalizer texts, TimeProvider time)
{
    public static readonly Problem NoSuchExercise = Problem.NotFound("Det finns ingen sådan övning.");

    public async Task<IReadOnlyList<ExerciseLine>> ListAsync(CancellationToken cancellationToken)
    {
        var mine = await db.Practice.AsNoTracking().Where(one => one.PersonId == me.RequiredId).ToDictionaryAsync(one => one.Exercise, one => PracticeState.Parse(one.State), cancellationToken);
        return
        [
            .. Exercise.All.Select(exercise => new ExerciseLine(exercise, IsMine(exercise), mine.ContainsKey(exercise.Key), mine.GetValueOrDefault(exercise.Key)?.Decision is not null))
                .OrderByDescending(line => line.Mine),
        ];
    }

    public async Task<Outcome<ExerciseView>> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (Exercise.Find(key) is not { } exercise) return NoSuchExercise;
        var row = await db.Practice.AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == me.RequiredId && one.Exercise == key, cancellationToken);
        return View(exercise, row is null ? PracticeState.Begun : PracticeState.Parse(row.State), row?.Version ?? 0);
    }

    /// <param name="decision">Its <see cref="GateDecision.Version"/> is that of the exercise as it was read; 0 before anything was decided.</param>
    public async Task<Outcome<ExerciseView>> DecideAsync(string key, GateDecision decision, CancellationToken cancellationToken)
    {
        if (Exercise.Find(key) is not { } exercise) return NoSuchExercise;
        var row = await db.Practice.FirstOrDefaultAsync(one => one.PersonId == me.RequiredId && one.Exercise == key, cancellationToken);
        if ((row?.Version ?? 0) != decision.Version) return Problem.Stale();
        var before = row is null ? PracticeState.Begun : PracticeState.Parse(row.State);
        if (before.Decision is not null) return Problem.Conflict("Du har redan beslutat i den här övningen. Börja om för att prova igen.");
        var view = View(exercise, before, decision.Version);
        // Only what is left to fill in: the rest of the basis is the exercise's own.
        decision = decision with { Evidence = decision.Evidence.Where(one => exercise.ToFill.Contains(one.Key)).ToDictionary() };
        if (Judge(view, decision).Failed(out var problem, out var decided)) return problem;

        var state = new PracticeState(decision.Evidence.ToDictionary(one => one.Key, one => one.Value.Json), decided);
        if (row is null) db.Practice.Add(row = new PracticeCase { Id = Guid.CreateVersion7(time.GetUtcNow()), PersonId = me.RequiredId, Exercise = key, State = state.ToJson(), ChangedAt = decided.At, Version = 1 });
        else (row.State, row.ChangedAt) = (state.ToJson(), decided.At);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
        // The same person decided in another window at the same moment.
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Stale();
        }

        return View(exercise, state, row.Version);
    }

    /// <summary>Everything as at first. To begin anew what is not begun changes nothing.</summary>
    public async Task<Outcome<int>> ResetAsync(string key, CancellationToken cancellationToken) =>
        Exercise.Find(key) is null ? NoSuchExercise : await db.Practice.Where(one => one.PersonId == me.RequiredId && one.Exercise == key).ExecuteDeleteAsync(cancellationToken);

    private bool IsMine(Exercise exercise) => me.HasRole(exercise.Role) || (exercise.Role == Roles.CommitteeSecretary && me.HasRole(Roles.Committee));

    private ExerciseView View(Exercise exercise, PracticeState state, int version)
    {
        var workflow = Workflow;
        var gate = workflow.GateAfter(exercise.Stage) ?? throw new InvalidOperationException($"The exercise {exercise.Key} is at a stage without a gate.");
        var story = examples.Story(exercise.Track ?? Tracks.Small);
        var asked = gate.EvidenceIn(exercise.Track, null).Select(evidence => evidence.Form).ToList();
        // What lies before the gate, and of the gate itself what is not left to fill in.
        var known = workflow.Gates.TakeWhile(one => one != gate).SelectMany(one => one.EvidenceIn(exercise.Track, null)).Select(evidence => evidence.Form).Concat(asked).Except(exercise.ToFill).Where(story.Facts.Forms.Contains).Distinct().ToList();
        var facts = new FormFacts(forms, known.Append(FormKeys.Case).Select(form => new StoredForm(form, forms.Current(form)!.Version, story.Facts.AnswersTo(form))));
        facts = state.Answers.Where(one => forms.Current(one.Key) is not null).Aggregate(facts, (all, one) => all.With(forms.Current(one.Key)!, new(one.Value)));
        return new(exercise, story.Title, story.Text, exercise.Track is null ? null : story.Need, gate, [.. gate.OutcomesIn(exercise.Track).Where(outcome => outcome.Kind is not OutcomeKind.Merge)],
            asked.Contains(FormKeys.DecisionBasis) ? CaseForms.OfBasis(facts, forms) : CaseForms.Of(facts, forms, [.. asked.Except(exercise.ToFill)]), [.. exercise.ToFill.Select(form => forms.Current(form)!)], state,
            state.Decision is { } decided ? workflow.Stages.FirstOrDefault(stage => stage.Code == decided.To)?.Name : null, version);
    }

    /// <summary>The rules of a real decision, less what needs other people: receivers, advice and consultations.</summary>
    private Outcome<PracticeDecision> Judge(ExerciseView view, GateDecision decision)
    {
        var (exercise, gate, workflow, now) = (view.Exercise, view.Gate, Workflow, time.GetUtcNow());
        if (view.Outcomes.FirstOrDefault(one => one.Code == decision.Outcome) is not { } outcome) return Problem.Invalid(new FieldError("Outcome", "Välj ett av besluten i listan."));
        var answers = decision.Evidence.Aggregate(view.Facts, (all, one) => all.With(forms.Current(one.Key)!, one.Value));
        var reason = DecisionRecordRules.DefaultReason(outcome, workflow, decision, null);
        var track = TrackRule.Chosen(gate, outcome, decision, exercise.Track);
        var errors = DecisionRecordRules.Check(decision, outcome, workflow, reason is not null).Concat(EvidenceSaving.Check(decision.Evidence, gate, forms, answers)).ToList();
        if (exercise.Role == Roles.CommitteeSecretary) errors.AddRange(DecisionRecordRules.CheckCommittee(decision, now.StockholmDay().AddMonths(-6), now.StockholmDay()));
        if (TrackRule.Check(workflow, track) is { } wrong) errors.Add(wrong);
        if (outcome.NeedsEvidence && gate.Code == Gates.Triage && track is null) errors.Add(new("Track", "Spår: välj hur stor idén är."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (outcome.NeedsEvidence && gate.EvidenceIn(track, outcome.Code).Where(evidence => evidence.Blocking).SelectMany(evidence => GateReadiness.MissingIn(evidence.Form, answers, forms)).ToList() is { Count: > 0 } missing)
            return Problem.Conflict(CountInWords.MissingBeforeDecision(missing.Count), [.. missing]);

        var why = string.IsNullOrWhiteSpace(decision.Reason) ? texts.Say(reason!) : decision.Reason.Trim();
        var closeReason = outcome.CloseReasons.Count == 1 ? outcome.CloseReasons[0] : decision.CloseReason;
        return new PracticeDecision(outcome.Code, why, texts.Say(ReplyText.Compose(outcome, closeReason, why, exercise.Role, now.StockholmDay(), decision.Question?.Trim(), GateDays.AnswerBy(now), null)), outcome.To ?? exercise.Stage, now);
    }

    private WorkflowDefinition Workflow => workflows.Current(DefaultWorkflow.Key) ?? throw new InvalidOperationException($"The workflow {DefaultWorkflow.Key} is not declared.");
}
