using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>Invented self-checks that have been done, and the risks that the demo's ideas had before their tests.</summary>
internal sealed class DemoQuality(EvaluationDbContext db, KeepQualityWork keep, TimeProvider time) : ISeeder
{
    private const int MostTimes = 3;

    /// <summary>After the plans.</summary>
    public int Order => 226;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var plan in await db.BenefitPlans.AsNoTracking().OrderBy(one => one.Id).Take(100).ToListAsync(cancellationToken)) await keep.RisksAsync(plan.IdeaId, plan.DecisionId, plan.WentLiveOn, cancellationToken);
        var (checks, today) = (await db.SelfChecks.OrderBy(one => one.Id).Take(100).ToListAsync(cancellationToken), time.StockholmToday());
        for (var at = 0; at < checks.Count; at++)
            for (var done = 0; done < MostTimes && checks[at].NextOn < today; done++)
            {
                var works = (at + done) % 4 != 3;
                db.SelfCheckResults.Add(new()
                {
                    Id = Guid.CreateVersion7(), SelfCheckId = checks[at].Id, Day = checks[at].NextOn, Works = works, Note = works ? null : "Två av tolv gjordes inte som rutinen säger. Vi tog upp det på mötet samma vecka.", ById = Guid.Empty, At = checks[at].NextOn.StartInStockholm(),
                });
                checks[at].NextOn = QualityWords.Next(checks[at].Often, checks[at].NextOn, checks[at].NextOn);
            }

        await db.SaveChangesAsync(cancellationToken);
    }
}
