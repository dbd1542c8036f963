using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

/// <param name="Set">Code of the questions; the latest version is used.</param>
internal sealed record AssessmentRequest(string? Set, Guid? Unit, int? Year, AssessmentKind? Kind, DateOnly? LastDay);

/// <summary>Begins an assessment of a unit, and ends it.</summary>
internal sealed class OpenAssessment(EvaluationDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int LongestDays = 120;

    public static readonly Problem NoSuchAssessment = Problem.NotFound("Självskattningen finns inte, eller så är den inte din.");

    private PermissionScope Scope => me.Scope(EvaluationPermissions.Assess);

    /// <summary>Units that the person may have assessed.</summary>
    public async Task<IReadOnlyList<UnitInfo>> UnitsAsync(CancellationToken cancellationToken) => [.. (await organisation.UnitsAsync(cancellationToken)).Where(unit => Scope.Covers(unit.AuthorityId, unit.Id))];

    public async Task<Outcome<Guid>> HandleAsync(AssessmentRequest request, CancellationToken cancellationToken)
    {
        var unit = (await UnitsAsync(cancellationToken)).FirstOrDefault(one => one.Id == request.Unit);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockQuestionsAsync(cancellationToken);
        var version = await (from set in db.QuestionSets.AsNoTracking() join one in db.QuestionVersions.AsNoTracking() on set.Id equals one.SetId where set.Code == request.Set orderby one.Number descending select one).FirstOrDefaultAsync(cancellationToken);
        if (Check(request, unit, version).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(), SetId = version!.SetId, QuestionVersionId = version.Id, AuthorityId = unit!.AuthorityId, UnitId = unit.Id, Year = request.Year!.Value, Kind = request.Kind!.Value, LastDay = request.LastDay!.Value,
            OpenedById = me.RequiredId, OpenedAt = time.GetUtcNow(),
        };
        db.Assessments.Add(assessment);
        db.Audit(new("evaluation.assessment-opened", "assessment", assessment.Id, me.RequiredId, assessment.AuthorityId, new Dictionary<string, string> { ["unit"] = $"{unit.Id}", ["year"] = $"{assessment.Year}" }));
        if (!await db.TryAddAsync(cancellationToken)) return Problem.Conflict("Enheten har redan en sådan självskattning det året. Öppna den i stället.");
        await transaction.CommitAsync(cancellationToken);
        return assessment.Id;
    }

    public async Task<Outcome<Done>> CloseAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        if (await db.Assessments.Within(Scope).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } assessment) return NoSuchAssessment;
        if (version is { } seen && seen != assessment.Version) return Problem.Stale();
        if (assessment.ClosedAt is not null) return Problem.Conflict("Självskattningen är redan avslutad.");
        assessment.ClosedAt = time.GetUtcNow();
        db.Audit(new("evaluation.assessment-closed", "assessment", assessment.Id, me.RequiredId, assessment.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private IEnumerable<FieldError> Check(AssessmentRequest request, UnitInfo? unit, QuestionVersion? version)
    {
        var today = time.StockholmToday();
        if (version is null) yield return new("Set", "Välj vilka frågor som ska användas.");
        if (unit is null) yield return new("Unit", "Välj en enhet.");
        if (request.Year is not { } year || year < today.Year - 1 || year > today.Year + 1) yield return new("Year", new Text("Skriv ett år från {0} till {1}.", $"{today.Year - 1}", $"{today.Year + 1}"));
        if (request.Kind is not { } kind || !Enum.IsDefined(kind)) yield return new("Kind", "Välj vem som svarar.");
        if (request.LastDay is not { } last || last <= today) yield return new("LastDay", "Välj en dag som kommer.");
        else if (last > today.AddDays(LongestDays)) yield return new("LastDay", new Text("Välj en dag inom {0} dagar.", LongestDays));
    }
}
