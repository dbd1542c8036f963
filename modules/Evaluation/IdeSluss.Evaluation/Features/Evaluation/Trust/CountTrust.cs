using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

internal sealed class CountTrust(EvaluationDbContext db, TimeProvider time)
{
    /// <summary>See <see cref="TrustSum.Counts"/>; zeros where nobody has answered.</summary>
    public async Task<IReadOnlyList<int>> OfAsync(string quarter, CancellationToken cancellationToken) =>
        await db.TrustSums.AsNoTracking().Where(one => one.Quarter == quarter).Select(one => one.Counts).FirstOrDefaultAsync(cancellationToken) ?? new int[TrustForm.Questions.Count * TrustSum.Steps];

    /// <summary>Long after nobody can answer for the idea any more, that somebody did is forgotten.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        // A quarter is as fine as it is known: what may be two years old goes.
        var kept = Enumerable.Range(0, TrustTicket.MonthsKept / 3).Select(back => QuarterName.Of(time.StockholmToday().AddMonths(-3 * back))).ToList();
        return db.TrustTickets.Where(one => !kept.Contains(one.Quarter)).ExecuteDeleteAsync(cancellationToken);
    }
}
