using System.Text.Json;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>A decision to move running cases to another version or workflow.</summary>
/// <param name="Stages">Stage there is today → stage it becomes; a stage that both have may be left out.</param>
/// <param name="DecidedBy">Who decided, as in the minutes: a role or a committee with its paragraph.</param>
internal sealed record MigrationRequest(
    string? FromKey, int FromVersion, string? ToKey, int ToVersion, IReadOnlyDictionary<string, string>? Stages, string? DecidedBy, DateOnly? DecidedOn, string? Reason);

/// <summary>What would be moved: sums by stage.</summary>
/// <param name="To">The stage of the same code in the new workflow; null when it has none and one must be chosen.</param>
internal sealed record StageToMove(string Code, string Name, int Cases, string? To);

internal sealed record MigrationPlan(string FromKey, int FromVersion, WorkflowDefinition To, IReadOnlyList<StageToMove> Stages)
{
    public int Cases => Stages.Sum(stage => stage.Cases);
}

internal sealed record MigrationView(Guid Id, string From, string To, string DecidedBy, DateOnly DecidedOn, string Reason, int Moved, bool Finished);

/// <summary>
/// Moves the cases of one workflow version to another. The decision is recorded at once; a job moves the cases in small transactions, so that a restart goes on where it
/// was. Each case gets a line in its history. Answers and decisions stay as they are: the new gates ask for what is missing.
/// </summary>
internal sealed class MigrateCases(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, TimeProvider time)
{
    private const int MostShown = 20;
    private const int MostReason = 2_000;

    public async Task<Outcome<MigrationPlan>> PlanAsync(string? fromKey, int fromVersion, string? toKey, int toVersion, CancellationToken cancellationToken)
    {
        if (workflows.Find(toKey ?? "", toVersion) is not { } to) return Problem.Invalid(new FieldError("To", "Välj en arbetsgång som finns."));
        if (to.Key == fromKey && to.Version == fromVersion) return Problem.Invalid(new FieldError("To", "Ärendena är redan i den arbetsgången. Välj en annan."));
        var counts = await db.Ideas.Where(idea => idea.WorkflowKey == fromKey && idea.WorkflowVersion == fromVersion)
            .GroupBy(idea => idea.Stage).Select(group => new { Stage = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        if (counts.Count == 0) return Problem.NotFound("Inga ärenden går efter den arbetsgången.");
        var from = workflows.Find(fromKey!, fromVersion);
        return new MigrationPlan(fromKey!, fromVersion, to,
        [
            .. counts.OrderBy(count => count.Stage, StringComparer.Ordinal).Select(count => new StageToMove(
                count.Stage, (from ?? to).Stages.FirstOrDefault(stage => stage.Code == count.Stage)?.Name ?? count.Stage, count.Count, to.Stages.FirstOrDefault(stage => stage.Code == count.Stage)?.Code)),
        ]);
    }

    public async Task<Outcome<Guid>> HandleAsync(MigrationRequest request, CancellationToken cancellationToken)
    {
        if ((await PlanAsync(request.FromKey, request.FromVersion, request.ToKey, request.ToVersion, cancellationToken)).Failed(out var problem, out var plan)) return problem;
        var today = time.StockholmToday();
        var errors = Check(request, plan, today).ToList();
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (await db.WorkflowMigrations.AnyAsync(one => one.FinishedAt == null && one.FromKey == request.FromKey && one.FromVersion == request.FromVersion, cancellationToken))
            return Problem.Conflict("De ärendena flyttas redan. Vänta tills det är klart.");

        var migration = new WorkflowMigration
        {
            Id = Guid.CreateVersion7(),
            FromKey = plan.FromKey,
            FromVersion = plan.FromVersion,
            ToKey = plan.To.Key,
            ToVersion = plan.To.Version,
            Stages = JsonSerializer.Serialize(plan.Stages.ToDictionary(stage => stage.Code, stage => request.Stages?.GetValueOrDefault(stage.Code) ?? stage.To!)),
            DecidedBy = request.DecidedBy!.Trim(),
            DecidedOn = request.DecidedOn!.Value,
            Reason = request.Reason!.Trim(),
            OrderedById = user.RequiredId,
            OrderedAt = time.GetUtcNow(),
        };
        db.WorkflowMigrations.Add(migration);
        db.Audit(new AuditFact("ideas.workflow-migration-ordered", "workflow-migration", migration.Id, user.RequiredId, null, new Dictionary<string, string>
        {
            ["from"] = $"{migration.FromKey} v{migration.FromVersion}", ["to"] = $"{migration.ToKey} v{migration.ToVersion}",
        }));
        await db.SaveChangesAsync(cancellationToken);
        return migration.Id;
    }

    public async Task<IReadOnlyList<MigrationView>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await db.WorkflowMigrations.AsNoTracking().OrderByDescending(one => one.Id).Take(MostShown).ToListAsync(cancellationToken)).Select(one => new MigrationView(
                one.Id, $"{one.FromKey} v{one.FromVersion}", $"{one.ToKey} v{one.ToVersion}", one.DecidedBy, one.DecidedOn, one.Reason, one.Moved, one.FinishedAt is not null)),
        ];

    private static IEnumerable<FieldError> Check(MigrationRequest request, MigrationPlan plan, DateOnly today)
    {
        foreach (var stage in plan.Stages)
        {
            var chosen = request.Stages?.GetValueOrDefault(stage.Code) is { Length: > 0 } code ? code : stage.To;
            if (chosen is null || plan.To.Stages.All(known => known.Code != chosen))
                yield return new($"Stages.{stage.Code}", new Text("Etappen {0} finns inte i den nya arbetsgången. Välj vilken den blir.", new Text(stage.Name)));
            else if (plan.To.StageOf(chosen).IsEnd != (plan.To.Stages.FirstOrDefault(known => known.Code == stage.Code)?.IsEnd ?? plan.To.StageOf(chosen).IsEnd))
                yield return new($"Stages.{stage.Code}", new Text("{0}: ett ärende avslutas av ett beslut, inte av en flytt.", new Text(stage.Name)));
        }

        if (string.IsNullOrWhiteSpace(request.DecidedBy)) yield return new("DecidedBy", "Skriv vem som har beslutat om flytten.");
        else if (request.DecidedBy.Length > 200) yield return new("DecidedBy", new Text("Högst {0} tecken får plats.", 200));
        if (request.DecidedOn is not { } day) yield return new("DecidedOn", "Skriv när det beslutades.");
        else if (day > today) yield return new("DecidedOn", "Beslutet kan inte vara daterat i framtiden.");
        if (string.IsNullOrWhiteSpace(request.Reason)) yield return new("Reason", "Skriv varför ärendena flyttas. Det står i varje ärendes historik.");
        else if (request.Reason.Length > MostReason) yield return new("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", request.Reason.Length, MostReason));
    }
}
