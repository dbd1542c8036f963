using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Tests.Similar;
using IdeSluss.People.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Benchmarks.Scenarios;

/// <summary>
/// How well similar ideas are found, on the labelled texts that the tests assert by: in an instance that has nothing else, since what is generated has ideas about the
/// same things that nobody has labelled.
/// </summary>
internal sealed class LabelledIdeas(IServiceProvider services)
{
    private readonly SimilarSamples samples = SimilarSamples.Read(BenchInstance.Root);

    public async Task<IReadOnlyList<LabelledQuality>> MeasureAsync(CancellationToken cancellationToken)
    {
        var known = await FillAsync(cancellationToken);
        var halves = new List<LabelledQuality>();
        foreach (var heldOut in new[] { false, true })
        {
            await using var scope = services.CreateAsyncScope();
            var find = scope.ServiceProvider.GetRequiredService<FindSimilar>();
            halves.Add(new(
                heldOut ? "held out" : "tuned on", samples.Questions.Where(question => question.HeldOut == heldOut).Sum(question => question.Wanted.Count),
                await SimilarQuality.OfAsync(samples, heldOut, text => find.FindAsync(new(null, text), cancellationToken), idea => known.GetValueOrDefault(idea.CaseNumber))));
        }

        return halves;
    }

    private async Task<IReadOnlyDictionary<string, SampleIdea>> FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var receiving = (await scope.ServiceProvider.GetRequiredService<IOrganisation>().ReceivingAuthorityAsync(cancellationToken)).Id;
        var start = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30);
        var db = scope.ServiceProvider.GetRequiredService<IdeasDbContext>();
        var known = new Dictionary<string, SampleIdea>();
        foreach (var (sample, order) in samples.Ideas.Select((sample, order) => (sample, order)))
        {
            var (number, at) = ($"26PAR{order}", start.AddSeconds(order));
            known.Add(number, sample);
            db.Ideas.Add(new Idea
            {
                Id = Guid.CreateVersion7(at), CaseNumber = number, SubmissionKey = number, AuthorityId = receiving, WorkflowKey = DefaultWorkflow.Key, WorkflowVersion = DefaultWorkflow.Version, Stage = Stages.Need,
                OriginalText = sample.Text, PublicTitle = sample.Title, PublicText = sample.Text, Channel = "WEB", FollowCodeHash = System.Text.Encoding.UTF8.GetBytes(number), ReceivedAt = at, StageEnteredAt = at, PublishedAt = at,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RefreshTerms>().CountAsync(cancellationToken);
        return known;
    }
}

/// <param name="Half">The half that the weights were set on, or the one that was only ever measured.</param>
/// <param name="Pairs">A question and an idea that it should find.</param>
internal sealed record LabelledQuality(string Half, int Pairs, SimilarQuality Quality);
