using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <param name="Asked">Name of who has been asked to do it; null while nobody can.</param>
internal sealed record ReconsiderationLine(Guid Id, string CaseNumber, string? Title, string Gate, DateTimeOffset AskedAt, DateOnly AnswerBy, bool IsLate, bool IsMine, string? Asked, ReconsiderationState State, DateTimeOffset? DecidedAt);

/// <param name="WhyNot">Why the reader does not decide it; null when they do.</param>
/// <param name="Language">BCP 47, of what the submitter wrote.</param>
internal sealed record ReconsiderationView(
    Guid Id, RefusingDecision Decision, string? FirstDecider, string FirstDecidedAs, string Reason, string Language, DateTimeOffset AskedAt, DateOnly AnswerBy, string? Asked, ReconsiderationState State, string? Motivation, string? DecidedBy,
    string? DecidedAs, DateTimeOffset? DecidedAt, Text? WhyNot, int Version);

/// <summary>Within the reader's scope, and of decisions that somebody in the reader's roles may reconsider.</summary>
internal sealed class ReadReconsiderations(EvaluationDbContext db, IReconsideredCases decisions, IJudgedCases cases, DeciderPool pool, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;

    public static readonly Problem NoSuchOne = Problem.NotFound("Omprövningen finns inte, eller så är den inte din.");

    public IQueryable<Reconsideration> Mine()
    {
        var decidedAs = ReconsiderationRules.DecidedByOf(me.Roles);
        return db.Reconsiderations.Within(me.Scope(EvaluationPermissions.Reconsider)).Where(one => decidedAs.Contains(one.FirstDecidedAs));
    }

    /// <summary>Those that wait, the one that has waited longest last as in every list; otherwise those that are decided.</summary>
    public async Task<Page<ReconsiderationLine>> ListAsync(bool waiting, string? after, CancellationToken cancellationToken)
    {
        var found = Mine().AsNoTracking().Where(one => (one.State == ReconsiderationState.Waiting) == waiting);
        if (Cursor.Parse(after) is { } last) found = found.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.AskedAt, one.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await found.OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(await LinesAsync([.. rows.Take(PageSize)], cancellationToken), rows.Count > PageSize ? new Cursor(rows[PageSize - 1].AskedAt, rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<IReadOnlyList<ReconsiderationLine>> OfCaseAsync(string caseNumber, CancellationToken cancellationToken) =>
        await LinesAsync(await Mine().AsNoTracking().Where(one => one.CaseNumber == caseNumber).OrderByDescending(one => one.AskedAt).Take(20).ToListAsync(cancellationToken), cancellationToken);

    public async Task<Outcome<ReconsiderationView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } one || await decisions.FindAsync(one.DecisionId, cancellationToken) is not { } decision) return NoSuchOne;
        var names = await people.FindManyAsync([.. new[] { one.FirstDeciderId, one.DeciderId, one.DecidedById }.OfType<Guid>().Distinct()], cancellationToken);
        string? NameOf(Guid? person) => person is { } known ? names.GetValueOrDefault(known)?.DisplayName : null;
        var language = (await cases.FindManyAsync([one.IdeaId], cancellationToken)).GetValueOrDefault(one.IdeaId)?.Language ?? "sv";
        return new ReconsiderationView(
            one.Id, decision, NameOf(one.FirstDeciderId), one.FirstDecidedAs, one.Reason, language, one.AskedAt, one.AnswerBy, NameOf(one.DeciderId), one.State, one.Motivation, NameOf(one.DecidedById), one.DecidedAs, one.DecidedAt,
            one.State == ReconsiderationState.Waiting ? (await WhyNotAsync(one, cancellationToken))?.Message : null, one.Version);
    }

    public async Task<Problem?> WhyNotAsync(Reconsideration one, CancellationToken cancellationToken)
    {
        var (mine, ties) = (me.RequiredId, await cases.TiesAsync(one.IdeaId, [new(me.RequiredId, me.Email!)], cancellationToken));
        return ReconsiderationRules.WhyNotBy(one, mine, ties.TryGetValue(mine, out var tie) ? tie : null, (await pool.OfAsync(one, cancellationToken)).Any(each => each.Person.Id == mine));
    }

    private async Task<IReadOnlyList<ReconsiderationLine>> LinesAsync(IReadOnlyList<Reconsideration> rows, CancellationToken cancellationToken)
    {
        var ideas = await cases.FindManyAsync([.. rows.Select(row => row.IdeaId).Distinct()], cancellationToken);
        var names = await people.FindManyAsync([.. rows.Select(row => row.DeciderId).OfType<Guid>().Distinct()], cancellationToken);
        var today = time.StockholmToday();
        // A case that became restricted takes this with it.
        return [.. rows.Where(row => ideas.ContainsKey(row.IdeaId)).Select(row => new ReconsiderationLine(
            row.Id, row.CaseNumber, ideas[row.IdeaId].Title, row.Gate, row.AskedAt, row.AnswerBy, row.State == ReconsiderationState.Waiting && row.AnswerBy < today, row.DeciderId == me.Id,
            row.DeciderId is { } decider ? names.GetValueOrDefault(decider)?.DisplayName : null, row.State, row.DecidedAt))];
    }
}
