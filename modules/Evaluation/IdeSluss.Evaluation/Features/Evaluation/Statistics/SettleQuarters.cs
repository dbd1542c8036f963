using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>
/// Settles every quarter that has ended, oldest first, each in one transaction: a job that is killed halfway has settled a quarter or not begun it, and goes on where it was. A settled quarter is never computed again. After the fourth the year is settled with it.
/// </summary>
internal sealed class SettleQuarters(EvaluationDbContext db, CountQuarter counting, CountProfiles profiles, CountTrust trust, IIdeaStatistics ideas, TimeProvider time) : IScheduledTask, ISeeder
{
    private const int Most = 80;

    /// <summary>What was decided on the last day is told within two working days, and only then counted.</summary>
    private const int DaysAfter = 7;

    /// <summary>After all of the demo that is counted.</summary>
    public int Order => 900;

    public Task SeedAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await ideas.FirstAsync(cancellationToken) is not { } first) return;
        var settled = (await db.Periods.AsNoTracking().Select(one => one.Name).ToListAsync(cancellationToken)).ToHashSet();
        var today = time.StockholmToday();
        var quarter = QuarterName.Of(first.StockholmDay());
        for (var done = 0; done < Most && QuarterName.End(quarter).AddDays(DaysAfter) <= today; done++, quarter = QuarterName.Of(QuarterName.End(quarter)))
            if (!settled.Contains(quarter)) await SettleAsync(quarter, cancellationToken);
        await profiles.ForgetAsync(QuarterName.First(quarter), cancellationToken);
        await trust.ForgetAsync(cancellationToken);
    }

    private async Task SettleAsync(string quarter, CancellationToken cancellationToken)
    {
        // Before the transaction: whoever holds a lock asks no other module.
        var counted = await counting.OfAsync(quarter, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('evaluation.settling'))", cancellationToken);
        if (await db.Periods.AnyAsync(one => one.Name == quarter, cancellationToken)) return;
        var before = await EarlierAsync(quarter, cancellationToken);
        var published = StatTables.Publish([.. before.Tables, .. counted.Tables], PrivacyLevel.Public, before.Out);
        var now = time.GetUtcNow();
        foreach (var period in published.Select(table => table.Period).Distinct().Where(period => !before.Periods.Contains(period)))
        {
            db.Periods.Add(new() { Name = period, SettledAt = now });
            db.Figures.AddRange(published.Where(table => table.Period == period).SelectMany(table => table.Counts.Select(count => new QuarterFigure
            {
                Id = Guid.CreateVersion7(), Period = period, What = table.What, Dimensions = [.. table.Dimensions], Parts = [.. count.Parts.Select(part => part ?? "")], Count = count.Raw, State = count.Cell.State,
            })));
        }

        // How many they are is told as every other number.
        db.Figures.AddRange(counted.Middles.Select(one => new QuarterFigure
        {
            Id = Guid.CreateVersion7(), Period = quarter, What = one.What, Dimensions = [.. one.Parts.Select(part => part.Dimension)], Parts = [.. one.Parts.Select(part => part.Part)], Count = one.Count, State = CellState.Withheld,
            Median = one.Median, Ninth = one.Ninth,
        }));
        var told = published.Where(table => table.Period == quarter).SelectMany(table => table.Counts.Select(count => (Name: StatTables.NameOf(table.What, quarter, table.Dimensions, count.Parts), count.Cell.State))).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.State);
        var whole = counted.Research.Where(one => ResearchTable.MayBeTold(one.Table, told)).Concat(ByDecision.Of(quarter, counted.Counts, told).Select(table => (Code: table.What, Table: table)));
        db.Figures.AddRange(whole.SelectMany(one => one.Table.Counts.Select(count => new QuarterFigure
        {
            Id = Guid.CreateVersion7(), Period = quarter, What = one.Code, Dimensions = [.. one.Table.Dimensions], Parts = [.. count.Parts], Count = count.Count, State = CellState.Shown,
        })));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>What the earlier quarters of the year have told, so that the new one and the year tell nothing more of them.</summary>
    private async Task<(IReadOnlyList<StatTable> Tables, IReadOnlyDictionary<string, CellState> Out, IReadOnlySet<string> Periods)> EarlierAsync(string quarter, CancellationToken cancellationToken)
    {
        var year = quarter[..4];
        var figures = await db.Figures.AsNoTracking().Where(one => one.Period.StartsWith(year + "Q") && one.Median == null && !EF.Functions.Like(one.What, ResearchTable.OwnCodes) && !EF.Functions.Like(one.What, ByDecision.OwnCodes)).ToListAsync(cancellationToken);
        var tables = figures.GroupBy(one => (one.Period, one.What, Ways: string.Join('|', one.Dimensions)))
            .Select(table => new StatTable(table.Key.What, table.Key.Period, table.First().Dimensions, [.. table.Where(one => one.Parts.All(part => part.Length > 0)).Select(one => new StatCount(one.Parts, one.Count))], QuarterTables.AddsUp(table.Key.What, table.First().Dimensions))).ToList();
        var said = figures.DistinctBy(Name).ToDictionary(Name, one => one.State);
        return (tables, said, figures.Select(one => one.Period).ToHashSet());
    }

    private static string Name(QuarterFigure one) => StatTables.NameOf(one.What, one.Period, one.Dimensions, [.. one.Parts.Select(part => part.Length == 0 ? null : part)]);
}
