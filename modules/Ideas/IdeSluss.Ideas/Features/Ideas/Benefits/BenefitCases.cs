using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Benefits;

/// <summary>The case as a module that follows up ideas sees it. Nothing here is needed for a case to go its way.</summary>
internal sealed class BenefitCases(IdeasDbContext db, ReportedAnswers reported, TimeProvider time) : IBenefitCases
{
    private const int Most = 500;
    private const int YearsBack = 2;

    public async Task<IReadOnlyList<HandedOver>> HandedOverAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddYears(-YearsBack);
        return await
            (from decision in db.Decisions.AsNoTracking()
             join idea in db.Ideas on decision.IdeaId equals idea.Id
             where !idea.Restricted && decision.Gate == Gates.Handover && decision.ToStage == Stages.Benefit && decision.TakenBackAt == null && decision.CorrectsId == null
                 && (idea.Stage == Stages.Benefit || (idea.CloseReason == CloseReasons.Implemented && idea.ClosedAt >= since))
             orderby decision.DecidedAt, decision.Id
             select new HandedOver(idea.Id, decision.Id, decision.DecidedById, decision.DecidedAt)).Take(Most).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<HandedOver>> InUseAsync(DateTimeOffset since, Guid? after, CancellationToken cancellationToken) =>
        await InUse().Where(decision => decision.DecidedAt >= since && (after == null || decision.Id > after)).OrderBy(decision => decision.Id)
            .Select(decision => new HandedOver(decision.IdeaId, decision.Id, decision.DecidedById, decision.DecidedAt)).Take(Most).ToListAsync(cancellationToken);

    public async Task<HandedOver?> InUseAsync(Guid ideaId, CancellationToken cancellationToken) =>
        await InUse().Where(decision => decision.IdeaId == ideaId).OrderBy(decision => decision.DecidedAt).Select(decision => new HandedOver(decision.IdeaId, decision.Id, decision.DecidedById, decision.DecidedAt)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Decisions by which ideas that are in use came into use.</summary>
    private IQueryable<Decision> InUse() =>
        from decision in db.Decisions.AsNoTracking()
        join idea in db.Ideas on decision.IdeaId equals idea.Id
        where !idea.Restricted && (idea.Status != IdeaStatus.Closed || idea.CloseReason == CloseReasons.Implemented) && decision.TakenBackAt == null && decision.CorrectsId == null && decision.FromStage != Stages.Benefit
            && (decision.ToStage == Stages.Benefit || decision.CloseReason == CloseReasons.Implemented)
        select decision;

    public async Task AskAsync(FollowUpTask task, CancellationToken cancellationToken)
    {
        if (await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == task.IdeaId && !one.Restricted, cancellationToken) is not { } idea) return;
        foreach (var before in await OpenAsync(task.FollowUpId, cancellationToken))
        {
            if (before.AssigneeId == task.OwnerId && before.Role == RoleOf(task)) return;
            before.Cancelled = true;
        }

        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = KindOf(task), Role = RoleOf(task), AuthorityId = idea.AuthorityId, AssigneeId = task.OwnerId ?? idea.CoachId, CreatedAt = task.At, VisibleFrom = task.At, Due = task.LastDay,
            SubjectId = task.FollowUpId, What = WhatOf(task),
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task EndAsync(Guid followUpId, Guid? by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var task in await OpenAsync(followUpId, cancellationToken)) (task.Cancelled, task.DoneAt, task.DoneById) = (by is null, by is null ? null : at, by);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReportAsync(Guid ideaId, string form, string answers, Guid by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.Ideas.FirstOrDefaultAsync(one => one.Id == ideaId, cancellationToken) is { IsOpen: true } idea) await reported.SaveAsync(idea, form, answers, by, at, "follow-up", cancellationToken);
    }

    private Task<List<CoachTask>> OpenAsync(Guid followUpId, CancellationToken cancellationToken) =>
        db.Tasks.Where(task => task.SubjectId == followUpId && (task.Kind == CoachTaskKind.BenefitFollowUp || task.Kind == CoachTaskKind.InnovationQuestions) && task.DoneAt == null && !task.Cancelled).ToListAsync(cancellationToken);

    private static CoachTaskKind KindOf(FollowUpTask task) => task.Kind == FollowUpTaskKind.Innovation ? CoachTaskKind.InnovationQuestions : CoachTaskKind.BenefitFollowUp;

    private static string WhatOf(FollowUpTask task) =>
        task.Kind == FollowUpTaskKind.Innovation ? "Åtta kryss om det nya som ni har infört." : task.OwnerId is null ? "Välj vem som ska följa upp nyttan." : "Följ upp: blev det som ni tänkte?";

    private static string RoleOf(FollowUpTask task) => task.OwnerId is null ? Roles.IdeaCoach : Roles.BenefitOwner;
}
