using System.Text.Json;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>Moves cases as decided (<see cref="MigrateCases"/>), some hundred at a time, until none is left.</summary>
internal sealed class RunMigrations(IdeasDbContext db, IWorkflowRegistry workflows, TimeProvider time, ILogger<RunMigrations> log) : IScheduledTask
{
    public const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await db.WorkflowMigrations.Where(one => one.FinishedAt == null).OrderBy(one => one.Id).Select(one => one.Id).Take(20).ToListAsync(cancellationToken))
        {
            // Someone who works on a case at this moment wins; it comes with the next round.
            while (await MoveAsync(id, cancellationToken)) db.ChangeTracker.Clear();
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>True while there may be more to move now.</returns>
    private async Task<bool> MoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var migration = await db.WorkflowMigrations.SingleAsync(one => one.Id == id, cancellationToken);
        if (workflows.Find(migration.ToKey, migration.ToVersion) is not { } workflow)
        {
            log.LogError("Cases cannot be moved to {Workflow} v{Version}: it is not declared here.", migration.ToKey, migration.ToVersion);
            return false;
        }

        var now = time.GetUtcNow();
        var remaining = db.Ideas.Where(idea => idea.WorkflowKey == migration.FromKey && idea.WorkflowVersion == migration.FromVersion);
        // A decision that can still be taken back would take its workflow back too.
        var cases = await remaining.Where(idea => idea.HeldUntil == null || idea.HeldUntil <= now).OrderBy(idea => idea.Id).Take(Batch).ToListAsync(cancellationToken);
        if (cases.Count == 0)
        {
            if (!await remaining.AnyAsync(cancellationToken)) migration.FinishedAt = now;
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }

        var stages = JsonSerializer.Deserialize<Dictionary<string, string>>(migration.Stages)!;
        foreach (var idea in cases) Move(idea, migration, workflow, stages.GetValueOrDefault(idea.Stage, idea.Stage), now);
        migration.Moved += cases.Count;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private void Move(Idea idea, WorkflowMigration migration, WorkflowDefinition workflow, string stage, DateTimeOffset now)
    {
        idea.WorkflowKey = workflow.Key;
        idea.WorkflowVersion = workflow.Version;
        if (workflow.Stages.Any(known => known.Code == stage)) idea.Stage = stage;
        // Not the promise: what the submitter was promised stays.
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.WorkflowChanged, Stage = idea.Stage,
            ActorId = migration.OrderedById, Note = $"{migration.DecidedBy}, {migration.DecidedOn:yyyy-MM-dd}: {migration.Reason}",
        });
        db.Audit(new AuditFact("ideas.workflow-changed", "idea", idea.Id, migration.OrderedById, idea.AuthorityId, new Dictionary<string, string>
        {
            ["migration"] = migration.Id.ToString(), ["to"] = $"{workflow.Key} v{workflow.Version}", ["stage"] = idea.Stage,
        }));
    }
}
