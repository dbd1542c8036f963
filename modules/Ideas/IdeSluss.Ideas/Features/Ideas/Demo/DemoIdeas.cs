using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>
/// Writes the invented ideas with their history, by the same rules as the real ones: the gate transition, the redirect and the answer tasks are the product's own,
/// only the clock is given.
/// </summary>
internal sealed class DemoIdeas(
    IdeasDbContext db, CaseNumbers numbers, FollowCodes codes, IOrganisation organisation, IPeopleDirectory people, IWorkflowRegistry workflows, IFormRegistry forms, InstanceInfo instance,
    IStringLocalizer texts, TimeProvider time) : ISeeder
{
    private int written;

    public int Order => 200;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        using var _ = new SpeakingTo("sv");
        var receiving = await organisation.ReceivingAuthorityAsync(cancellationToken);
        var unit = await UnitAsync(receiving, cancellationToken);
        foreach (var demo in DemoContent.All.OrderByDescending(one => one.ReceivedDaysAgo))
        {
            await WriteAsync(demo, receiving.Id, unit, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The unit whose manager is among the personas: the first at the bottom of the social authority.</summary>
    private async Task<UnitInfo?> UnitAsync(AuthorityInfo receiving, CancellationToken cancellationToken)
    {
        var units = await organisation.UnitsAsync(cancellationToken);
        var social = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(authority => authority.Name.Contains("social", StringComparison.OrdinalIgnoreCase)) ?? receiving;
        return units.FirstOrDefault(unit => unit.AuthorityId == social.Id && units.All(other => other.ParentId != unit.Id))
            ?? (units is [var any, ..] ? any : null);
    }

    private async Task WriteAsync(DemoIdea demo, Guid receiving, UnitInfo? unit, CancellationToken cancellationToken)
    {
        var workflow = workflows.Current(DefaultWorkflow.Key)!;
        var at = Ago(demo.ReceivedDaysAgo);
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"demo:{instance.Slug}:{written++}");
        var coaches = await people.InRoleAsync(Roles.IdeaCoach, receiving, null, cancellationToken);
        var coach = coaches is [var first, ..] ? first : null;
        var review = TextReview.Of(demo.Text);
        var idea = new Idea
        {
            Id = Guid.CreateVersion7(at), CaseNumber = await numbers.NextAsync(cancellationToken), SubmissionKey = key, AuthorityId = receiving, WorkflowKey = workflow.Key, WorkflowVersion = workflow.Version,
            Stage = workflow.Start.Code, OriginalTitle = demo.Title, OriginalText = demo.Text, Place = demo.Place, Language = review.Language, Channel = demo.Channel, SubmitterKind = demo.Kind,
            SubmitterId = demo.ByACoach && coaches.Count > 1 ? coaches[1].Id : null, RegisteredById = demo.Consent is null ? null : coach?.Id, ConsentNote = demo.Consent,
            OriginalKeptAt = demo.OriginalKeptAt, AnswerWay = demo.ByACoach ? AnswerWay.Account : demo.AnswerWay, FollowCodeHash = codes.HashOf(codes.Of(key, 0)), Hints = review.Hints, ReceivedAt = at,
        };
        if ((demo.Name ?? demo.Telephone ?? demo.Email ?? demo.Address) is not null)
            idea.Contact = new Contact { IdeaId = idea.Id, Name = demo.Name, Telephone = demo.Telephone, Email = demo.Email, Address = demo.Address };
        db.Ideas.Add(idea);
        Line(idea, TimelineKinds.Received, Stages.Received, at);
        idea.Enter(workflow.StageOf(Stages.Triage), null, at);
        Line(idea, TimelineKinds.Registered, Stages.Triage, at);
        db.Audit(new AuditFact("ideas.demo", "idea", idea.Id, null, receiving));
        foreach (var step in demo.Steps) await DecideAsync(idea, demo, step, unit, coach, cancellationToken);
    }

    private async Task DecideAsync(Idea idea, DemoIdea demo, DemoStep step, UnitInfo? unit, PersonInfo? coach, CancellationToken cancellationToken)
    {
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)!;
        var gate = workflow.GateOf(step.Gate);
        var outcome = gate.Outcomes.First(one => one.Code == step.Outcome);
        var at = Ago(step.DaysAgo);
        var effectiveAt = at.AddMinutes(10);
        idea.CoachId ??= coach?.Id;
        if (gate.Code == Gates.Triage && outcome.Kind is OutcomeKind.Advance or OutcomeKind.ReturnForInfo)
        {
            idea.PublicTitle = demo.PublicTitle;
            idea.PublicText = demo.PublicText ?? demo.Text;
            idea.NeedSentence = demo.Need;
            idea.Area = demo.Area;
            idea.UnitId = unit?.Id;
            if (outcome.Kind == OutcomeKind.Advance && unit is not null) idea.AuthorityId = unit.AuthorityId;
        }

        var versions = new Dictionary<string, int>();
        var facts = step.Evidence.Aggregate(CaseEvidence.Of(idea, db.Evidence.Local.Where(one => one.IdeaId == idea.Id), forms), (known, filled) => known.With(forms.Current(filled.Key)!, Answers.Parse(filled.Value)));
        foreach (var form in step.Evidence.Keys)
        {
            EvidenceSaving.Put(db, idea.Id, null, FormEvaluator.Evaluate(forms.Current(form)!, facts.AnswersTo(form), facts), coach?.Id ?? Guid.Empty, at);
            versions[form] = 0;
        }

        var redirect = workflow.Redirects.FirstOrDefault(target => target.Code == step.RedirectTarget);
        var decision = new GateDecision
        {
            CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Reason = step.Reason, Impartial = true, Track = step.Track, CloseReason = step.CloseReason, RedirectTarget = step.RedirectTarget, Question = step.Question,
        };
        var reply = redirect is not null && RedirectCase.ReplyFor(redirect, instance.Branding.Contact.DutyPhone, at) is { } fixedReply ? texts.Say(fixedReply)
            : texts.Say(ReplyText.Compose(outcome, step.CloseReason, step.Reason, step.Role, at.StockholmDay(), step.Question, GateDays.AnswerBy(at), null));
        var decider = await people.InRoleAsync(step.Role, idea.AuthorityId, idea.UnitId, cancellationToken) is [var nearest, ..] ? nearest : coach;
        var records = GateTransition.Apply(idea, workflow, gate, outcome, decision, new(decider?.Id ?? Guid.Empty, step.Role), new(step.Reason, reply, texts.Say(DecisionRecordRules.DefaultLegalBasis(step.Role))), null, versions, at, effectiveAt);
        db.Decisions.Add(records.Decision);
        db.Timeline.AddRange(records.Timeline);
        if (records.Question is not null) db.Messages.Add(records.Question);
        if (outcome.To == Stages.Test && unit is not null) Receive(idea, unit, decider?.Id ?? Guid.Empty, at);
        db.Audit(records.Audit);
        if (redirect is not null) RedirectCase.Apply(db, idea, redirect, records.Decision, at);
        // The latest answer to someone without e-mail has not been given yet.
        if (step == demo.Steps[^1] && AnswerTasks.Plan(idea, records.Decision.Id, effectiveAt) is { } task) db.Tasks.Add(task);
    }

    /// <summary>Nothing is tested without a unit that receives the result: here the case's own.</summary>
    private void Receive(Idea idea, UnitInfo unit, Guid by, DateTimeOffset at)
    {
        db.Receivers.Add(new ReceiverCommitment
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, UnitId = unit.Id, AuthorityId = unit.AuthorityId, IfStopped = "Vi går tillbaka till dagens rutin och berättar vad vi lärde oss.",
            IfRetested = "Samma grupp en månad till.", IfGoesOn = "Vi inför på hela enheten och ändrar rutinen.", Hours = 40, Money = 15_000, ProposedAt = at, ProposedById = idea.CoachId ?? by,
            AnswerBy = at.StockholmDay(), Status = ReceiverStatus.Accepted, AnsweredAt = at, AnsweredById = by,
        });
        (idea.ReceivingUnitId, idea.ReceivingAuthorityId) = (unit.Id, unit.AuthorityId);
    }

    private void Line(Idea idea, string kind, string stage, DateTimeOffset at) =>
        db.Timeline.Add(new TimelineEntry { Id = Guid.CreateVersion7(at), IdeaId = idea.Id, At = at, VisibleFrom = at, Audience = Audience.Public, Kind = kind, Stage = stage });

    /// <summary>In the middle of the morning, so many working days ago.</summary>
    private DateTimeOffset Ago(int days)
    {
        var day = time.StockholmToday();
        for (var left = days; left > 0;)
        {
            day = day.AddDays(-1);
            if (WorkingDays.IsWorkingDay(day)) left--;
        }

        var at = day.StartInStockholm().AddHours(9).AddMinutes(14 + (written % 40));
        return at < time.GetUtcNow() ? at : time.GetUtcNow().AddMinutes(-30);
    }
}
