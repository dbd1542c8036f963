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

    /// <summary>What is said of each question, in turn: few enough that a small municipality has five of each.</summary>
    private static readonly string[][] Said = [["enheten", "kommunen"], ["process", "tjanst"], ["kvalitet arbetsmiljo", "effektivitet kvalitet"], ["behov", "medarbetare"], ["brukare", "enheter"], ["egen", "anpassad"], ["nej", "ja"], ["tid", "prova"]];

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
            foreach (var (which, (question, said)) in BarometerForm.Questions.Zip(Said).Index())
            {
                var chosen = said[(at + which) % said.Length];
                answers[question.Field.Key] = question.AllowsSeveral ? new JsonArray([.. chosen.Split(' ').Select(value => JsonValue.Create(value))]) : JsonValue.Create(chosen);
            }

            (one.State, one.Answers, one.FormVersion, one.EndedAt, one.EndedById) = (InnovationState.Answered, answers.ToJsonString(), BarometerForm.Definition.Version, day.StartInStockholm(), one.OwnerId);
            db.Publish(new InnovationEnded(one.Id, one.IdeaId, one.CaseNumber, null, one.EndedAt.Value), one.IdeaId);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>All have answered, most of them kindly, but those who were told lately: they are still asked.</summary>
    private async Task TrustAsync(IReadOnlyList<(Guid Idea, DateOnly Told)> ended, CancellationToken cancellationToken)
    {
        var until = time.StockholmToday().AddDays(-AnswerTrust.DaysToAnswer);
        var sums = new Dictionary<string, int[]>();
        foreach (var (at, one) in ended.DistinctBy(one => one.Idea).OrderBy(one => one.Told).ThenBy(one => one.Idea).Index())
        {
            if (one.Told > until) continue;
            var quarter = QuarterName.Of(one.Told);
            if (!sums.TryGetValue(quarter, out var counts)) sums[quarter] = counts = new int[TrustForm.Questions.Count * TrustSum.Steps];
            int[] steps = [at % 2 == 0 ? 5 : 3, at % 2 == 0 ? 2 : 4, at % 3 == 0 ? 4 : 5];
            for (var question = 0; question < steps.Length; question++) counts[(question * TrustSum.Steps) + steps[question] - 1]++;
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
            IdeaId = pair.Item.IdeaId, Nature = Natures[pair.Index % Natures.Length], Crossing = pair.Index % 4 == 0 ? null : true, MarkedAt = time.GetUtcNow(), MarkedById = pair.Item.CoachId ?? Guid.Empty,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
