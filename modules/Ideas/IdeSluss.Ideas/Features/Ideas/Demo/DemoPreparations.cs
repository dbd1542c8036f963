using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>What a gate waits for beside the forms: advice, consultations, and a unit that receives the result.</summary>
internal sealed class DemoPreparations(IdeasDbContext db, DemoCast cast, DemoContent content, BodyCatalogue bodies, IFormRegistry forms)
{
    /// <summary>Working days since a question that nobody has had time to answer yet.</summary>
    private const int JustAsked = 5;

    private const string Question = "Vad tycker ni om förslaget, och vad behöver vi tänka på?";

    private readonly Dictionary<string, int> turns = [];

    /// <summary>Everything that the decision rests on, in the days before it.</summary>
    public async Task BeforeAsync(DemoCase current, Gate gate, GateOutcome outcome, DemoStep step, string? track, int day, CancellationToken cancellationToken)
    {
        var facts = CaseEvidence.Of(current.Idea, current.Evidence, forms);
        var asked = gate.RequirementsFor(outcome, track).Where(requirement => GateReadiness.IsAsked(requirement, facts)).ToList();
        var questions = await AskAllAsync(current, gate, asked, day, cancellationToken);
        if (current.Idea.ReceivingUnitId is null && asked.Exists(requirement => requirement is { Code: Requirements.ReceiverCommitment, MetByDeciding: false })) await ReceivesAsync(current, ReceiverStatus.Accepted, day, cancellationToken);
        foreach (var question in questions) Answer(current, question, day > step.Day ? step.Day + 1 : day);
        foreach (var advice in step.Advice) await AdviseAsync(current, gate, advice, advice.Day ?? step.Day, cancellationToken);
    }

    /// <summary>What has been prepared for a decision that is still to come.</summary>
    public async Task AheadAsync(DemoCase current, Gate gate, CancellationToken cancellationToken)
    {
        var demo = current.Demo;
        var day = Math.Max(1, current.LastDay - 10);
        if (demo.Receiver is { } answer) await ReceivesAsync(current, answer, day, cancellationToken);
        var questions = demo.Consulted is null ? [] : await AskAllAsync(current, gate, gate.RequirementsIn(current.Idea.Track), demo.Consulted == ConsultationStatus.Answered ? day : Math.Min(day, JustAsked), cancellationToken);
        foreach (var question in demo.Asked) await AskAsync(current, gate, bodies.Find(question.Body)!, question.Question, question.Day, cancellationToken);
        if (demo.Consulted == ConsultationStatus.Answered)
            foreach (var question in questions) Answer(current, question, 2);
        foreach (var advice in demo.Advice) await AdviseAsync(current, gate, advice, advice.Day ?? 1, cancellationToken);
    }

    private async Task<IReadOnlyList<AskedBody>> AskAllAsync(DemoCase current, Gate gate, IReadOnlyList<GateRequirement> requirements, int day, CancellationToken cancellationToken)
    {
        var questions = new List<AskedBody>();
        foreach (var requirement in requirements.Where(requirement => requirement.Code is Requirements.BodyConsulted or Requirements.FormSigned))
            if (bodies.Find(requirement.Subject!) is { } body) questions.Add(await AskAsync(current, gate, body, Question, day, cancellationToken));
        return questions;
    }

    private void Answer(DemoCase current, AskedBody asked, int day)
    {
        var (consultation, body, task, by) = asked;
        var at = current.At(day, DemoHour.Answered);
        var turn = turns[body.Code] = turns.GetValueOrDefault(body.Code) + 1;
        consultation.Status = ConsultationStatus.Answered;
        consultation.AnsweredAt = at;
        consultation.AnsweredById = by;
        consultation.AnsweredOn = at.StockholmDay();
        consultation.Verdict = body.Signs ? Verdict.Yes : null;
        consultation.Text = content.AnswerOf(body.Code, turn);
        consultation.SignedVersion = consultation.Form is null ? null : current.Evidence.First(one => one.Form == consultation.Form).Version;
        db.Timeline.Add(ConsultationLines.Of(current.Idea, consultation, TimelineKinds.ConsultationAnswered, Audience.Public, by, body.AnsweredBy ?? Roles.IdeaCoach, at));
        if (task is not null) (task.DoneAt, task.DoneById) = (at, by);
    }

    private async Task<AskedBody> AskAsync(DemoCase current, Gate gate, ConsultationBody body, string question, int day, CancellationToken cancellationToken)
    {
        var (idea, at) = (current.Idea, current.At(day, DemoHour.Asked));
        var coach = idea.CoachId!.Value;
        var consultation = new Consultation
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, Gate = gate.Code, Body = body.Code, BodyName = body.Name, Question = question, AskedAt = at, AskedById = coach, LastDay = WorkingDays.Add(at.StockholmDay(), body.AnswerDays),
            Form = (gate.Requirements ?? []).FirstOrDefault(requirement => requirement.Code == Requirements.FormSigned && requirement.Subject == body.Code)?.Form,
        };
        db.Consultations.Add(consultation);
        db.Timeline.Add(ConsultationLines.Of(idea, consultation, TimelineKinds.ConsultationAsked, Audience.Public, coach, Roles.IdeaCoach, at));
        if (body.AnsweredBy is not { } role) return new(consultation, body, null, coach);
        var asked = (await cast.HolderAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).Id;
        var task = new CoachTask
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, SubjectId = consultation.Id, Kind = CoachTaskKind.AnswerConsultation, Role = role, AuthorityId = idea.AuthorityId,
            AssigneeId = asked, CreatedAt = at, VisibleFrom = at, Due = consultation.LastDay, What = "Svara på ett samråd före beslut.",
        };
        db.Tasks.Add(task);
        return new(consultation, body, task, asked);
    }

    private async Task AdviseAsync(DemoCase current, Gate gate, DemoAdvice advice, int day, CancellationToken cancellationToken)
    {
        var (idea, at) = (current.Idea, current.At(day, DemoHour.Advised));
        var adviser = await cast.HolderAsync(advice.Role, idea.AuthorityId, idea.UnitId, cancellationToken);
        db.Advice.Add(new Domain.Advice { Id = Guid.CreateVersion7(at), IdeaId = idea.Id, Gate = gate.Code, AdviserId = adviser.Id, Role = advice.Role, Recommendation = advice.Recommend, Text = advice.Text, At = at });
        db.Timeline.Add(current.Line(TimelineKinds.Advised, Audience.Internal, at, by: adviser.Id, role: advice.Role, note: Recommendations.NameOf(advice.Recommend)));
    }

    private async Task ReceivesAsync(DemoCase current, ReceiverStatus status, int day, CancellationToken cancellationToken)
    {
        var (idea, at) = (current.Idea, current.At(day, DemoHour.Asked));
        var unit = await cast.UnitAsync(current.Demo.Unit!, cancellationToken);
        var manager = await cast.HolderAsync(Roles.NeedOwner, unit.AuthorityId, unit.Id, cancellationToken);
        var receiver = new ReceiverCommitment
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, UnitId = unit.Id, AuthorityId = unit.AuthorityId, IfStopped = "Vi går tillbaka till hur vi gör i dag, och berättar vad vi lärde oss.",
            IfRetested = "Samma grupp är med en månad till.", IfGoesOn = "Vi inför det på hela enheten och ändrar rutinen.", Hours = 40, Money = 15_000, ProposedAt = at, ProposedById = idea.CoachId!.Value,
            AnswerBy = ReceiverRules.AnswerBy(at), Status = status,
        };
        db.Receivers.Add(receiver);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverProposed, Audience.Internal, idea.CoachId, Roles.IdeaCoach, unit.Name, at));
        var task = new CoachTask
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, Kind = CoachTaskKind.AnswerReceiver, Role = Roles.NeedOwner, AuthorityId = unit.AuthorityId, AssigneeId = manager.Id, CreatedAt = at, VisibleFrom = at,
            Due = receiver.AnswerBy, What = "Svara om er enhet vill ta emot resultatet.",
        };
        db.Tasks.Add(task);
        if (status != ReceiverStatus.Accepted) return;
        var answered = current.At(day, DemoHour.Answered);
        (receiver.AnsweredAt, receiver.AnsweredById, task.DoneAt, task.DoneById) = (answered, manager.Id, answered, manager.Id);
        (idea.ReceivingUnitId, idea.ReceivingAuthorityId) = (unit.Id, unit.AuthorityId);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverAccepted, Audience.Public, manager.Id, Roles.NeedOwner, unit.Name, answered));
    }

    /// <param name="By">Who answers, or writes the answer in.</param>
    private sealed record AskedBody(Consultation Question, ConsultationBody Body, CoachTask? Task, Guid By);
}
