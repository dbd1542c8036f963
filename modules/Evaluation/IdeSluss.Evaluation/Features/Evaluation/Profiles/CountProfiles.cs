using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

/// <summary>The only one that opens voluntary answers: sums for a quarter, and then they are forgotten.</summary>
internal sealed class CountProfiles(EvaluationDbContext db, SealedProfiles profiles, IIdeaStatistics ideas, TimeProvider time)
{
    private const int Batch = 10_000;

    /// <summary>What came in and was decided of those who have answered, and how long it took, by sex and age: <see cref="GroupOf"/>.</summary>
    public async Task<(IReadOnlyList<GroupCount> Counts, IReadOnlyList<GroupDays> Times)> OfSubmittersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (counts, times) = (new List<GroupCount>(), new List<GroupDays>());
        await foreach (var batch in OpenedAsync(ProfileKind.Submitter, cancellationToken))
        {
            var groups = batch.ToDictionary(one => one.Answers.Subject, one => GroupOf(one.Answers.Sex, one.Answers.Age));
            counts.AddRange(await ideas.GroupedAsync(groups, from, to, cancellationToken));
            times.AddRange(await ideas.GroupedTimesAsync(groups, from, to, cancellationToken));
        }

        return (counts, times);
    }

    /// <summary>Ideas whose submitter has said their sex, some thousand at a time: for sums that are divided by it, and for nothing else.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<Guid, string>> SexesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in OpenedAsync(ProfileKind.Submitter, cancellationToken)) yield return batch.Where(one => one.Answers.Sex is not null).ToDictionary(one => one.Answers.Subject, one => one.Answers.Sex!);
    }

    /// <summary>Both in one word: who has not said is as those who have not answered at all.</summary>
    public static string GroupOf(string? sex, string? age) => $"{sex ?? Dimensions.Unsaid}|{age ?? "Unknown"}";

    /// <summary>The sex in the word of <see cref="GroupOf"/>.</summary>
    public static string SexOf(string group) => group.Split('|')[0];

    /// <summary>Of those who have a role and have said it: person → sex.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> SexesOfStaffAsync(CancellationToken cancellationToken)
    {
        var sexes = new Dictionary<Guid, string>();
        await foreach (var batch in OpenedAsync(ProfileKind.Decider, cancellationToken))
            foreach (var (_, answers) in batch.Where(one => one.Answers.Sex is not null)) sexes[answers.Subject] = answers.Sex!;
        return sexes;
    }

    /// <summary>Forgets what has been counted for good, and what is two years old.</summary>
    /// <param name="settled">The day after the last settled quarter.</param>
    public async Task ForgetAsync(DateOnly settled, CancellationToken cancellationToken)
    {
        // A quarter is as fine as it is known: what may be two years old goes.
        var kept = Enumerable.Range(0, Profile.MonthsKept / 3).Select(back => QuarterName.Of(time.StockholmToday().AddMonths(-3 * back))).ToList();
        await db.Profiles.Where(one => !kept.Contains(one.Quarter)).ExecuteDeleteAsync(cancellationToken);
        await foreach (var batch in OpenedAsync(ProfileKind.Submitter, cancellationToken))
        {
            var closed = await ideas.ClosedBeforeAsync([.. batch.Select(one => one.Answers.Subject)], settled.StartInStockholm(), cancellationToken);
            var done = batch.Where(one => closed.Contains(one.Answers.Subject)).Select(one => one.Id).ToList();
            await db.Profiles.Where(one => done.Contains(one.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<(Guid Id, ProfileAnswers Answers)>> OpenedAsync(ProfileKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = Guid.Empty;
        while (await db.Profiles.AsNoTracking().Where(one => one.Kind == kind && one.Id > after).OrderBy(one => one.Id).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            after = rows[^1].Id;
            yield return [.. rows.Select(row => (row.Id, Answers: profiles.Open(row.Sealed))).Where(one => one.Answers is not null).Select(one => (one.Id, one.Answers!))];
        }
    }
}
