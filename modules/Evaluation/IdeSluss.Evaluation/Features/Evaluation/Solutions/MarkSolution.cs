using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

/// <summary>What a solution mostly is: codes with what they are called, Swedish and the keys of their translations.</summary>
internal static class SolutionNatures
{
    public const string Social = "social";
    public const string Technical = "teknisk";
    public const string Both = "bada";

    public static IReadOnlyList<(string Code, string Name)> All { get; } = [(Social, "Mest social eller organisatorisk"), (Technical, "Mest teknisk"), (Both, "Lika mycket av båda")];
}

/// <param name="Nature">Code; null for as it was.</param>
/// <param name="Crossing">At least two professions or sectors work on it together; null for as it was.</param>
internal sealed record MarkRequest(string? Nature, bool? Crossing);

/// <param name="MayMark">The reader may, and the case is open.</param>
internal sealed record SolutionView(string CaseNumber, string? Nature, bool? Crossing, bool MayMark);

/// <summary>A coach says in one press what a solution is, for statistics alone. Either can be said anew while the case is open.</summary>
internal sealed class MarkSolution(EvaluationDbContext db, IJudgedCases cases, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<SolutionView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await CaseAsync(caseNumber, cancellationToken) is not { } idea) return Ask.StartRound.NoSuchCase;
        var mark = await db.SolutionMarks.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == idea.IdeaId, cancellationToken);
        return new SolutionView(idea.CaseNumber, mark?.Nature, mark?.Crossing, idea.IsOpen);
    }

    public async Task<Outcome<Done>> HandleAsync(string caseNumber, MarkRequest request, CancellationToken cancellationToken)
    {
        if (await CaseAsync(caseNumber, cancellationToken) is not { } idea) return Ask.StartRound.NoSuchCase;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Det går inte att ändra längre.");
        if (request is { Nature: null, Crossing: null } || (request.Nature is { } nature && SolutionNatures.All.All(one => one.Code != nature))) return Problem.Invalid(new FieldError("Nature", "Slag av lösning: välj bland alternativen."));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement, so that two who say each their part at the same moment both are heard.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into evaluation.solution_mark as m (idea_id, nature, crossing, marked_at, marked_by_id) values ({idea.IdeaId}, {request.Nature}, {request.Crossing}, {time.GetUtcNow()}, {me.RequiredId})
            on conflict (idea_id) do update set nature = coalesce(excluded.nature, m.nature), crossing = coalesce(excluded.crossing, m.crossing), marked_at = excluded.marked_at, marked_by_id = excluded.marked_by_id
            """, cancellationToken);
        db.Audit(new("evaluation.solution-marked", "idea", idea.IdeaId, me.RequiredId, idea.AuthorityId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private async Task<JudgedCase?> CaseAsync(string caseNumber, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseNumber, cancellationToken) is { } idea && me.Scope(EvaluationPermissions.MarkSolutions).Covers(idea.AuthorityId, idea.UnitId) ? idea : null;
}
