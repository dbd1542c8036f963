using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Assign;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>
/// Decides at a gate: the only way in which a case moves from stage to stage by a person's hand. The sorting screen, the manager's page, the committee's secretary
/// and the API all come here.
/// </summary>
internal sealed class DecideGate(
    IdeasDbContext db, CurrentUser user, GateCases cases, IFormRegistry forms, PluginGateChecks pluginChecks, DeciderCompetence competence, WorkflowBinding binding, ReplyDelivery delivery, AcceptByDeciding acceptance,
    MergeTargets mergeTargets, MergeQuestions mergeQuestions, CoachPools pools,
    IdeaRules rules, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<GateDecisionReceipt>> HandleAsync(GateDecision request, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(request.CaseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, workflow, _, _, _, stored, _, facts) = found;
        var now = time.GetUtcNow();

        // Stale before everything that depends on the stage: who is second is told to read the new, not that the gate is wrong.
        var basis = SeenBasis.Of(stored, facts);
        if (request.Version != idea.Version) return Problem.Stale() with { Errors = SeenBasis.Changes(request, basis, forms) };
        if (MayDecide.Check(found, request).Failed(out problem, out var choice)) return problem;
        var (gate, outcome, role) = choice;
        if (SeenBasis.Check(request, outcome, basis, forms) is { } unread) return unread;

        var track = TrackRule.Chosen(gate, outcome, request, idea.Track);
        var answers = AnswersWith(found, request.Evidence);
        if (found.Route?.With(answers) is { Committee: { } reason } route && !route.RolesFor(outcome).Contains(role)) return Problem.Forbidden(reason.Why);
        var defaultReason = DefaultReason(found, choice, request, answers);
        var errors = DecisionRecordRules.Check(request, outcome, workflow, defaultReason is not null).ToList();
        if (role == Roles.CommitteeSecretary) errors.AddRange(DecisionRecordRules.CheckCommittee(request, idea.ReceivedAt.StockholmDay(), now.StockholmDay()));
        if (TrackRule.Check(workflow, track) is { } wrongTrack) errors.Add(wrongTrack);
        errors.AddRange(EvidenceSaving.Check(request.Evidence, gate, forms, answers));
        if (GateDays.CheckWakeOn(request, outcome, now) is { } asleep) errors.Add(asleep);
        Idea? target = null;
        if (outcome.Kind == OutcomeKind.Merge && !string.IsNullOrWhiteSpace(request.MergeInto))
        {
            if (await mergeQuestions.PresentAsync(idea.Id, cancellationToken) is not null) return MergeProblems.AlreadyAsked;
            if ((await mergeTargets.FindAsync(idea, request.MergeInto, cases.DecidingScope, cancellationToken)).Failed(out var wrong, out target)) errors.AddRange(wrong.Errors);
        }

        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var missing = GateReadiness.Missing(idea, gate, outcome, track, answers, facts.WithAnswersTo(EvidenceSaving.Changed(stored, request.Evidence, forms, answers)), forms).ToList();
        if (outcome.NeedsEvidence)
            missing.AddRange(await pluginChecks.AskAsync(new(idea.Id, idea.CaseNumber, idea.AuthorityId, idea.UnitId, workflow.Key, gate.Code, outcome.Code, track), cancellationToken));
        missing.AddRange(await competence.MissingAsync(gate.Code, cancellationToken));
        if (missing.Count > 0) return Problem.Conflict(CountInWords.MissingBeforeDecision(missing.Count), [.. missing]);

        var leavesTriage = gate.Code == Gates.Triage && outcome.Kind == OutcomeKind.Advance;
        if (leavesTriage) workflow = await binding.ForAsync(idea, workflow, cancellationToken);
        var redirect = outcome.Kind == OutcomeKind.Redirect ? workflow.Redirects.First(one => one.Code == request.RedirectTarget) : null;
        // What works at once cannot be taken back, so its reply need not wait either.
        var effectiveAt = redirect is not null && RedirectCase.WorksAtOnce(redirect) ? now : now + rules.ReplyHold;

        var before = CaseBefore.Of(idea, await db.Timeline.CountAsync(line => line.IdeaId == idea.Id, cancellationToken));
        var sorter = idea.CoachId;
        var pooled = leavesTriage && await pools.RouteAsync(idea, workflow, cancellationToken);
        if (pooled) before = before with { CoachBeforePool = sorter };
        var versions = EvidenceSaving.Store(db, idea.Id, stored, request.Evidence, forms, answers, user.RequiredId, now);
        var records = GateTransition.Apply(
            idea, workflow, gate, outcome, request, new(user.RequiredId, role), Texts(found, choice, request, defaultReason, redirect, target?.CaseNumber, now), target?.Id, versions, now, effectiveAt);
        if (pooled) Assignment.To(db, idea, null, user.RequiredId, now, records.Decision.Id);
        await acceptance.RecordAsync(idea, gate, outcome, facts, records.Decision, cancellationToken);
        await RecordAsync(idea, outcome, records, before, redirect, target, request, now, cancellationToken);
        return await SaveAsync(idea, records.Decision, cancellationToken);
    }

    /// <summary>The reply as it would be sent, for the one who may decide. Nothing is saved and nothing needs to be complete.</summary>
    public async Task<Outcome<string>> PreviewAsync(GateDecision request, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(request.CaseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        if (MayDecide.Check(found, request).Failed(out problem, out var choice)) return problem;
        var defaultReason = DefaultReason(found, choice, request, AnswersWith(found, request.Evidence));
        if (defaultReason is null && string.IsNullOrWhiteSpace(request.Reason)) return Problem.Invalid(new FieldError("Reason", "Skriv skälet. Det blir svaret till idégivaren."));
        var redirect = choice.Outcome.Kind == OutcomeKind.Redirect ? found.Workflow.Redirects.FirstOrDefault(one => one.Code == request.RedirectTarget) : null;
        return Texts(found, choice, request, defaultReason, redirect, request.MergeInto?.Trim(), time.GetUtcNow()).Reply;
    }

    private FormFacts AnswersWith(GateCase found, IReadOnlyDictionary<string, Answers> given) =>
        given.Where(pair => forms.Current(pair.Key) is not null).Aggregate(CaseEvidence.Of(found.Idea, found.Evidence, forms), (answers, pair) => answers.With(forms.Current(pair.Key)!, pair.Value));

    private static Text? DefaultReason(GateCase found, DecisionChoice choice, GateDecision request, FormFacts answers) =>
        DecisionRecordRules.DefaultReason(choice.Outcome, found.Workflow, request, answers.AnswersTo(FormKeys.DoNow).Text("gjort"), ReturningAnswers.Of(choice.Gate, found.Idea.Track, answers));

    private DecisionTexts Texts(GateCase found, DecisionChoice choice, GateDecision request, Text? defaultReason, RedirectTarget? redirect, string? mergedInto, DateTimeOffset now)
    {
        var (_, outcome, role) = choice;
        using var speaking = new SpeakingTo(found.Idea.Language);
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? texts.Say(defaultReason!) : request.Reason.Trim();
        var closeReason = outcome.CloseReasons.Count == 1 ? outcome.CloseReasons[0] : request.CloseReason;
        var reply = redirect is not null && RedirectCase.ReplyFor(redirect, instance.Branding.Contact.DutyPhone, now) is { } fixedReply ? texts.Say(fixedReply)
            : !string.IsNullOrWhiteSpace(request.Reply) ? request.Reply.Trim()
            : texts.Say(ReplyText.Compose(outcome, closeReason, reason, role, now.StockholmDay(), request.Question?.Trim(), GateDays.AnswerBy(now), mergedInto));
        return new(reason, reply, texts.Say(DecisionRecordRules.DefaultLegalBasis(role, found.Route?.Delegation)));
    }

    private async Task RecordAsync(
        Idea idea, GateOutcome outcome, TransitionRecords records, CaseBefore before, RedirectTarget? redirect, Idea? target, GateDecision request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = records.Decision;
        db.Decisions.Add(decision);
        db.Timeline.AddRange(records.Timeline);
        if (records.Question is not null) db.Messages.Add(records.Question);
        if (redirect is not null) RedirectCase.Apply(db, idea, redirect, decision, now);
        if (outcome.Kind == OutcomeKind.Park) db.Tasks.Add(ParkedTask.Of(idea, decision, GateDays.WakeOn(request, now), now));
        if (target is null) await mergeQuestions.EndByDecisionAsync(idea.Id, decision.Id, now, cancellationToken);

        // Archiving is the office's own affair; every other gate is answered to the submitter. A merge asks instead of answering.
        var mails = before.Status == IdeaStatus.Closed ? []
            : target is null ? await delivery.QueueAsync(idea, decision, cancellationToken)
            : (await mergeQuestions.AskAsync(idea, target, new(decision.Reason, decision.Reply, user.RequiredId, now, decision.EffectiveAt, decision.Id), before, cancellationToken)).MailId is { } mail ? [mail] : [];
        decision.Before = (before with { Mails = mails }).ToJson();
        db.Audit(records.Audit);
        db.Publish(records.Event(idea), idea.Id);
        if (idea.Status == IdeaStatus.Closed && before.Status != IdeaStatus.Closed)
        {
            await PreparationTasks.CancelAsync(db, idea.Id, cancellationToken);
            db.Publish(new IdeaClosed(idea.Id, idea.CaseNumber, idea.CloseReason ?? "", decision.EffectiveAt), idea.Id);
        }
    }

    private async Task<Outcome<GateDecisionReceipt>> SaveAsync(Idea idea, Decision decision, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return new GateDecisionReceipt(decision.Id, idea.CaseNumber, decision.ToStage, decision.EffectiveAt);
    }
}
