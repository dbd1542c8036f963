using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>The question to the submitter: asked with the sorting decision or later, and taken away when something else happens to the case.</summary>
internal sealed class MergeQuestions(IdeasDbContext db, SubmitterMail submitters, IStringLocalizer texts)
{
    private const int DaysToAsk = 2;

    /// <summary>What is open or in force for an idea; null when it goes its own way.</summary>
    public Task<MergeRecord?> PresentAsync(Guid ideaId, CancellationToken cancellationToken) =>
        db.Merges.FirstOrDefaultAsync(one => one.IdeaId == ideaId && (one.State == MergeState.Asked || one.State == MergeState.Merged), cancellationToken);

    /// <summary>Asks, with the next save. The caller has checked the two ideas and let the clock stand still.</summary>
    public async Task<MergeRecord> AskAsync(Idea idea, Idea target, MergeAsking asking, CaseBefore before, CancellationToken cancellationToken)
    {
        var record = new MergeRecord
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, TargetId = target.Id, State = MergeState.Asked, Reason = asking.Reason, Question = asking.Question, AskedAt = asking.At, AskedById = asking.By,
            AskedFrom = asking.From, AnswerBy = GateDays.AnswerBy(asking.At), DecisionId = asking.DecisionId, MailId = await SendAsync(idea, asking.From, cancellationToken),
            Before = new MergeBefore(before).ToJson(),
        };
        db.Merges.Add(record);
        // A decision has a line of its own.
        if (asking.DecisionId is null) db.Timeline.Add(Line(idea, TimelineKinds.MergeAsked, Audience.Submitter, asking.At, asking.From, asking.By, Roles.IdeaCoach, asking.Reason));
        if (idea.AnswerWay is AnswerWay.Telephone or AnswerWay.Letter)
            db.Tasks.Add(Task(idea, CoachTaskKind.AskAboutMerge, idea.AnswerWay == AnswerWay.Telephone ? "Ring idégivaren och fråga om idéerna får slås ihop." : "Skriv till idégivaren och fråga om idéerna får slås ihop.", asking.From, asking.DecisionId));
        db.Audit(new AuditFact("ideas.merge-asked", "idea", idea.Id, asking.By, idea.AuthorityId, new Dictionary<string, string> { ["merge"] = record.Id.ToString(), ["into"] = target.Id.ToString() }));
        return record;
    }

    /// <summary>The question is gone: nobody is asked or reminded any more. The caller moves the case.</summary>
    public async Task EndAsync(MergeRecord record, MergeState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        record.State = state;
        if (record.MailId is { } mail && record.AskedFrom > now) await db.CancelMailAsync(mail, now, cancellationToken);
        foreach (var task in await db.Tasks.Where(one => one.IdeaId == record.IdeaId && one.CreatedAt >= record.AskedAt && one.DoneAt == null && !one.Cancelled
            && (one.Kind == CoachTaskKind.AskAboutMerge || one.Kind == CoachTaskKind.ConsiderMerge || one.Kind == CoachTaskKind.RemindSubmitter || one.Kind == CoachTaskKind.ConsiderClosing)).ToListAsync(cancellationToken))
            task.Cancelled = true;
    }

    /// <summary>A decision that leads the case another way takes an open question with it.</summary>
    public async Task EndByDecisionAsync(Guid ideaId, Guid decisionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await PresentAsync(ideaId, cancellationToken) is not { State: MergeState.Asked } open) return;
        await EndAsync(open, MergeState.Withdrawn, now, cancellationToken);
        open.EndedByDecisionId = decisionId;
    }

    /// <summary>The decision is taken back: the question asked with it is gone, and the one that it ended stands again.</summary>
    public async Task TakeBackAsync(Guid decisionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var record in await db.Merges.Where(one => one.DecisionId == decisionId || one.EndedByDecisionId == decisionId).ToListAsync(cancellationToken))
        {
            if (record.DecisionId == decisionId && record.State == MergeState.Asked) await EndAsync(record, MergeState.Withdrawn, now, cancellationToken);
            if (record.EndedByDecisionId != decisionId) continue;
            record.State = MergeState.Asked;
            record.EndedByDecisionId = null;
        }
    }

    public static TimelineEntry Line(Idea idea, string kind, Audience audience, DateTimeOffset now, DateTimeOffset visibleFrom, Guid? by, string? role, string? note, Guid? decisionId = null) => new()
    {
        Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = visibleFrom, Audience = audience, Kind = kind, ActorId = by, ActorRole = role, Note = note, DecisionId = decisionId,
    };

    public static CoachTask Task(Idea idea, CoachTaskKind kind, string what, DateTimeOffset from, Guid? decisionId = null) => new()
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = kind, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId, CreatedAt = from, VisibleFrom = from,
        Due = WorkingDays.Add(from.StockholmDay(), DaysToAsk), DecisionId = decisionId, What = what,
    };

    /// <summary>Number and link, never the text.</summary>
    private async Task<Guid?> SendAsync(Idea idea, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (await submitters.FindAsync(idea, cancellationToken) is not { } to) return null;
        using var _ = new SpeakingTo(to.Language);
        return db.Send(new OutgoingMail(
            to.Address, texts["Vi har en fråga om din idé {0}", idea.CaseNumber],
            texts["Hej!\n\nVi har en fråga om din idé {0}. Läs den och svara här:\n{1}\n\nTiden står still tills du svarar.\n", idea.CaseNumber, to.Link], idea.CaseNumber, from));
    }
}

/// <param name="Question">The words for someone without e-mail.</param>
/// <param name="From">When the hold ends and the submitter sees it.</param>
/// <param name="DecisionId">The sorting decision, when it is asked with one.</param>
internal sealed record MergeAsking(string Reason, string Question, Guid By, DateTimeOffset At, DateTimeOffset From, Guid? DecisionId = null);

/// <summary>The question in words; the same in a letter, on the telephone and in the decision's reply.</summary>
internal static class MergeWords
{
    public static IReadOnlyList<Text> Question(string otherNumber, Text why, DateOnly answerBy) =>
    [
        "Din idé liknar en annan. Får vi slå ihop dem? Du står kvar som idégivare.",
        new("Den andra idén har nummer {0}.", otherNumber),
        why,
        new("Svara gärna senast den {0}. Tiden står still tills dess.", answerBy.ToString("d MMMM", System.Globalization.CultureInfo.CurrentCulture)),
    ];
}
