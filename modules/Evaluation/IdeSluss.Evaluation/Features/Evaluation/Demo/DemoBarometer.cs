using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Demo;

/// <summary>Invented answers about the demo's ideas: what came into use was described in one round last quarter, as the national barometer is; submitters and coaches have said theirs as the ideas were decided.</summary>
internal sealed class DemoBarometer(EvaluationDbContext db, KeepInnovations keep, IReconsideredCases decisions, IJudgedCases cases, IInstanceSecret secret, TimeProvider time) : ISeeder
{
    private const int Most = 500;

    /// <summary>The latest are left for those who try the product.</summary>
    private const int LeftToAnswer = 2;

    private static readonly string[] Natures = [SolutionNatures.Social, SolutionNatures.Technical, SolutionNatures.Social, SolutionNatures.Both, SolutionNatures.Social];

    /// <summary>After the ideas and what was reconsidered of them.</summary>
    public int Order => 235;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await keep.CatchUpAsync(cancellationToken);
        await DescribeAsync(cancellationToken);
        var noes = await decisions.SinceAsync(time.GetUtcNow().AddYears(-2), Most, cancellationToken);
        var used = await db.Innovations.AsNoTracking().OrderBy(one => one.InUseOn).ThenBy(one => one.CaseNumber).Select(one => new { one.IdeaId, one.InUseOn }).ToListAsync(cancellationToken);
        await TrustAsync([.. used.Select(one => (one.IdeaId, one.InUseOn)), .. noes.Where(one => one.CloseReason is not null).Select(one => (one.IdeaId, one.ToldAt.StockholmDay()))], cancellationToken);
        var waiting = new List<JudgedCase>();
        foreach (var (gate, track) in from gate in EvaluationWords.JudgedGates from track in (string[])[Tracks.Small, Tracks.Full] select (gate, track)) waiting.AddRange(await cases.WaitingAsync(gate, track, PermissionScope.All, Most, cancellationToken));
        await MarkAsync([.. used.Select(one => one.IdeaId), .. noes.Select(one => one.IdeaId), .. waiting.Select(one => one.IdeaId)], cancellationToken);
    }

    private async Task DescribeAsync(CancellationToken cancellationToken)
    {
        // In the last quarter that is settled, so that there is something to read.
        var day = QuarterName.First(QuarterName.Of(time.StockholmToday())).AddDays(-20);
        var waiting = await db.Innovations.Where(one => one.InUseOn < day).OrderBy(one => one.InUseOn).ThenBy(one => one.CaseNumber).ToListAsync(cancellationToken);
        for (var at = 0; at < waiting.Count - LeftToAnswer; at++)
        {
            var (one, answers) = (waiting[at], new JsonObject());
            foreach (var question in BarometerForm.Questions)
            {
                var options = question.Field.Options;
                // The first ones are the common ones.
                if (question.AllowsSeveral) answers[question.Field.Key] = new JsonArray([.. options.Where((_, which) => (at + which) % (which + 2) == 0).Select(option => JsonValue.Create(option.Value))]);
                else answers[question.Field.Key] = options[at % 3 == 2 ? at % options.Count : (at + question.Indicator[^1]) % 2].Value;
            }

            (one.State, one.Answers, one.FormVersion, one.EndedAt, one.EndedById) = (InnovationState.Answered, answers.ToJsonString(), BarometerForm.Definition.Version, day.StartInStockholm(), one.OwnerId);
            db.Publish(new InnovationEnded(one.Id, one.IdeaId, one.CaseNumber, null, one.EndedAt.Value), one.IdeaId);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Four of five have answered, most of them kindly; those who were told lately are still asked.</summary>
    private async Task TrustAsync(IReadOnlyList<(Guid Idea, DateOnly Told)> ended, CancellationToken cancellationToken)
    {
        var until = time.StockholmToday().AddDays(-AnswerTrust.DaysToAnswer);
        var sums = new Dictionary<string, int[]>();
        foreach (var (at, one) in ended.DistinctBy(one => one.Idea).OrderBy(one => one.Told).ThenBy(one => one.Idea).Index())
        {
            if (at % 5 == 4 || one.Told > until) continue;
            var quarter = QuarterName.Of(one.Told);
            if (!sums.TryGetValue(quarter, out var counts)) sums[quarter] = counts = new int[TrustForm.Questions.Count * TrustSum.Steps];
            for (var question = 0; question < TrustForm.Questions.Count; question++) counts[(question * TrustSum.Steps) + ((at * 7) + (question * 3)) % 10 switch { 0 => 1, 1 or 2 => 2, 3 or 4 or 5 or 6 => 3, _ => 4 }]++;
            db.TrustTickets.Add(new() { Id = AnswerTrust.TicketOf(secret, one.Idea), Quarter = quarter });
        }

        db.TrustSums.AddRange(sums.Select(pair => new TrustSum { Quarter = pair.Key, Counts = pair.Value }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkAsync(IReadOnlyCollection<Guid> ideas, CancellationToken cancellationToken)
    {
        var found = (await cases.FindManyAsync(ideas, cancellationToken)).Values.OrderBy(idea => idea.CaseNumber, StringComparer.Ordinal);
        db.SolutionMarks.AddRange(found.Index().Select(pair => new SolutionMark
        {
            IdeaId = pair.Item.IdeaId, Nature = Natures[pair.Index % Natures.Length], Crossing = pair.Item.ReceivingUnitId is { } receives && receives != pair.Item.UnitId ? true : pair.Index % 3 == 0 ? null : pair.Index % 3 == 1, MarkedAt = time.GetUtcNow(), MarkedById = pair.Item.CoachId ?? Guid.Empty,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
