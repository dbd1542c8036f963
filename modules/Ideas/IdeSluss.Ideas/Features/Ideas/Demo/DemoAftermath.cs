using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>What people did after a decision: answered, called, handed over, followed, took back, said yes to a merge. Old tasks are done, so that only the latest are left to do.</summary>
internal sealed class DemoAftermath(IdeasDbContext db, DemoCast cast, LanguageRights rights, IWorkflowRegistry workflows, MergeQuestions questions, MergeIdeas merges, MergeLock @lock)
{
    /// <summary>Working days after which a task of a decision has been done.</summary>
    private const int DoneAfter = 5;

    public void Redirected(DemoCase current, RedirectRecord record, DemoStep step)
    {
        var task = db.Tasks.Local.First(one => one.DecisionId == record.DecisionId);
        if (step.HandedOver is not { } handed) return;
        var (at, by) = (current.At(handed.Day, DemoHour.After), current.Idea.CoachId!.Value);
        Do(current, task, by, handed.Note, at);
        (record.ReceivedAt, record.ReceivedById, record.OtherReference) = (at, by, handed.Number);
    }

    /// <summary>The submitter has answered the question of the decision.</summary>
    public void Answered(DemoCase current, DemoStep step, Message question)
    {
        var (idea, at) = (current.Idea, current.At(step.Answer!.Day, DemoHour.After));
        db.Messages.Add(new Message { Id = OrderedId.Next(), IdeaId = idea.Id, At = at, FromSubmitter = true, AuthorId = idea.SubmitterId, Text = step.Answer.Text, AnswersId = question.Id, VisibleFrom = at });
        db.Timeline.Add(current.Line(TimelineKinds.Answered, Audience.Submitter, at, by: idea.SubmitterId));
        idea.Resume(at);
        var task = new CoachTask
        {
            Id = Guid.CreateVersion7(at), IdeaId = idea.Id, Kind = CoachTaskKind.ReadReply, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId, CreatedAt = at, VisibleFrom = at,
            Due = WorkingDays.Add(at.StockholmDay(), 2), What = "Läs svaret från idégivaren.",
        };
        db.Tasks.Add(task);
        if (step != current.Demo.Steps[^1]) (task.DoneAt, task.DoneById) = (current.At(Math.Max(1, step.Answer.Day - 1), DemoHour.FilledIn), idea.CoachId);
    }

    /// <summary>By telephone or letter, and in the language that the submitter has a right to.</summary>
    public void Replied(DemoCase current, DemoStep step, Decision decision)
    {
        var idea = current.Idea;
        if (step != current.Demo.Steps[^1] || step.Gate == Gates.Archive) return;
        var done = step.Day > DoneAfter;
        var at = current.At(Math.Max(1, step.Day - 1), DemoHour.After);
        if (AnswerTasks.Plan(idea, decision.Id, decision.EffectiveAt) is { } task)
        {
            db.Tasks.Add(task);
            if (done) Do(current, task, idea.CoachId!.Value, task.Kind == CoachTaskKind.CallSubmitter ? "ringt och berättat" : "brev skickat", at);
        }

        if (rights.For(idea.Language, decision.EffectiveAt.StockholmDay()) is null) return;
        var owed = LanguageTasks.Owed(idea, decision);
        db.Tasks.Add(owed);
        if (current.Demo.Translation?.Reply is not { } reply) return;
        var by = idea.CoachId!.Value;
        db.Translations.Add(new Translation { Id = OrderedId.Next(), IdeaId = idea.Id, DecisionId = decision.Id, Language = idea.Language, FromLanguage = TextLanguages.Swedish, Text = reply, By = TranslatedBy.Interpreter, At = at, SavedById = by });
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = at, VisibleFrom = at, Audience = Audience.Submitter, Kind = TimelineKinds.Translated, Stage = idea.Stage, DecisionId = decision.Id, ActorId = by, Note = idea.Language });
        (owed.DoneAt, owed.DoneById) = (at, by);
    }

    public void TakenBack(DemoCase current, int day)
    {
        var (idea, at) = (current.Idea, current.At(day, DemoHour.After));
        var end = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)!.Stages.First(stage => stage.IsEnd);
        idea.Enter(end, null, at);
        idea.CloseReason = CloseReasons.Withdrawn;
        db.Timeline.Add(current.Line(TimelineKinds.Withdrawn, Audience.Public, at, end.Code, idea.SubmitterId));
    }

    public async Task FollowedAsync(DemoCase current, CancellationToken cancellationToken)
    {
        var idea = current.Idea;
        foreach (var follower in current.Demo.Followers)
            db.Follows.Add(new Follow { IdeaId = idea.Id, PersonId = (await cast.PersonaAsync(follower, cancellationToken)).Id, Since = idea.PublishedAt!.Value.AddDays(1) });
        idea.FollowerCount = current.Demo.Followers.Count;
    }

    /// <summary>The submitter said yes to what the sorting decision asked. Saves.</summary>
    public async Task MergedAsync(DemoCase current, Idea target, CancellationToken cancellationToken)
    {
        var idea = current.Idea;
        var decision = db.Decisions.Local.Single(one => one.IdeaId == idea.Id);
        var before = CaseBefore.Of(idea, 0) with { Status = IdeaStatus.Active, PausedAt = null };
        await @lock.RunAsync<bool>(
            async () =>
            {
                var record = await questions.AskAsync(idea, target, new(decision.Reason, decision.Reply, idea.CoachId!.Value, decision.DecidedAt, decision.EffectiveAt, decision.Id), before, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return await merges.HandleAsync(idea, record, new(MergeConsent.Submitter, null, null), current.At(Math.Max(1, current.LastDay - 2), DemoHour.After), cancellationToken);
            },
            cancellationToken);
    }

    private void Do(DemoCase current, CoachTask task, Guid by, string note, DateTimeOffset at)
    {
        (task.DoneAt, task.DoneById, task.DoneNote) = (at, by, note);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(), IdeaId = current.Idea.Id, At = at, VisibleFrom = at, Audience = Audience.Internal, Kind = TimelineKinds.TaskDone, DecisionId = task.DecisionId, ActorId = by, ActorRole = task.Role, Note = note,
        });
    }
}
