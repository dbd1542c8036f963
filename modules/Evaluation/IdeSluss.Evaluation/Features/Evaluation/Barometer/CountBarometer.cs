using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>What was answered in a quarter, and where something new has come into use.</summary>
internal sealed class CountBarometer(EvaluationDbContext db, IOrganisation organisation)
{
    /// <summary>Innovationsbarometern asks of the last two years.</summary>
    private const int MonthsBack = 24;
    private const int MostAnswers = 100_000;

    public async Task<IReadOnlyList<StatTable>> OfAsync(string quarter, CancellationToken cancellationToken)
    {
        var (first, end) = (QuarterName.First(quarter), QuarterName.End(quarter));
        var (from, to, since) = (first.StartInStockholm(), end.StartInStockholm(), end.AddMonths(-MonthsBack));
        var answers = await db.Innovations.AsNoTracking().Where(one => one.State == InnovationState.Answered && one.EndedAt >= from && one.EndedAt < to).OrderBy(one => one.EndedAt).Select(one => one.Answers).Take(MostAnswers).ToListAsync(cancellationToken);
        var used = await db.Innovations.AsNoTracking().Where(one => one.InUseOn >= since && one.InUseOn < end && (one.ReceivingUnitId ?? one.UnitId) != null).Select(one => (one.ReceivingUnitId ?? one.UnitId)!.Value).Distinct().ToListAsync(cancellationToken);
        var units = (await organisation.UnitsAsync(cancellationToken)).Select(unit => unit.Id).ToHashSet();
        return BarometerTables.Of(quarter, answers.ConvertAll(Answers.Parse), units.Count, used.Count(units.Contains));
    }
}
