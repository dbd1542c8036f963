using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>What a change of the receiver writes in the history and the audit log.</summary>
internal static class ReceiverLines
{
    /// <param name="note">Name of the unit: the public sees who receives, never which person answered.</param>
    public static TimelineEntry Of(Idea idea, string kind, Audience audience, Guid? by, string? role, string note, DateTimeOffset now, Decision? decision = null) => new()
    {
        Id = OrderedId.Next(),
        IdeaId = idea.Id,
        At = now,
        // While a reply is held the outside must not hear of what follows from it.
        VisibleFrom = decision?.EffectiveAt ?? (idea.HeldUntil > now ? idea.HeldUntil.Value : now),
        Audience = audience,
        Kind = kind,
        Stage = idea.Stage,
        DecisionId = decision?.Id,
        ActorId = by,
        ActorRole = role,
        Note = note,
    };

    public static AuditFact Fact(string action, Idea idea, ReceiverCommitment receiver, Guid by) =>
        new(action, "idea", idea.Id, by, idea.AuthorityId, new Dictionary<string, string> { ["receiver"] = receiver.Id.ToString(), ["unit"] = receiver.UnitId.ToString() });
}

/// <summary>Ends what was proposed or accepted, so that something else can take its place.</summary>
internal static class EndReceiver
{
    public static void Now(IdeasDbContext db, Idea idea, ReceiverCommitment receiver, Guid by, DateTimeOffset now, Decision? decision = null)
    {
        receiver.EndedAt = now;
        receiver.EndedById = by;
        db.Audit(ReceiverLines.Fact("ideas.receiver-ended", idea, receiver, by));
        if (receiver.Status != ReceiverStatus.Accepted) return;
        (idea.ReceivingUnitId, idea.ReceivingAuthorityId) = (null, null);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverEnded, Audience.Public, by, null, "", now, decision));
        db.Publish(new ReceiverVoided(idea.Id, idea.CaseNumber, receiver.Id, receiver.UnitId, now), idea.Id);
    }
}

/// <summary>What was prepared for a decision is needless when the case has closed.</summary>
internal static class PreparationTasks
{
    private static readonly CoachTaskKind[] Kinds = [CoachTaskKind.AnswerReceiver, CoachTaskKind.ChooseReceiver, CoachTaskKind.AnswerConsultation, CoachTaskKind.NoteConsultation];

    public static async Task CancelAsync(IdeasDbContext db, Guid ideaId, CancellationToken cancellationToken)
    {
        foreach (var task in await db.Tasks.Where(task => task.IdeaId == ideaId && task.DoneAt == null && !task.Cancelled && Kinds.Contains(task.Kind)).ToListAsync(cancellationToken)) task.Cancelled = true;
    }
}

/// <summary>The tasks that asking and declining leave behind.</summary>
internal static class ReceiverTasks
{
    /// <summary>Done by <paramref name="by"/>, or cancelled when something else was proposed.</summary>
    public static async Task DoneAsync(IdeasDbContext db, Guid ideaId, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Tasks.Where(task => task.IdeaId == ideaId && task.DoneAt == null && !task.Cancelled && (task.Kind == CoachTaskKind.AnswerReceiver || task.Kind == CoachTaskKind.ChooseReceiver)).ToListAsync(cancellationToken);
        foreach (var task in open)
        {
            if (by is null) task.Cancelled = true;
            else (task.DoneAt, task.DoneById) = (now, by);
        }
    }
}
