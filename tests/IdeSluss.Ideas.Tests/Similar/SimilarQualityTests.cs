using System.Diagnostics;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Tests.Search;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Similar;

/// <summary>An instance with all the labelled ideas.</summary>
public sealed class SampledHost() : TestHost(new TestHostOptions { Demo = false })
{
    private Dictionary<string, SampleIdea>? known;

    internal SimilarSamples Samples { get; } = SimilarSamples.Read(Checkout.Root);

    internal async Task<IReadOnlyDictionary<string, SampleIdea>> FillAsync()
    {
        if (known is not null) return known;
        var shelf = new IdeaShelf(this);
        var titles = new Queue<string>(Samples.Ideas.Select(idea => idea.Title));
        var numbers = await shelf.AddAsync([.. Samples.Ideas.Select(idea => idea.Text)], idea => idea.PublicTitle = titles.Dequeue());
        await shelf.CountTermsAsync();
        return known = numbers.Zip(Samples.Ideas).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}

/// <summary>The agreed level. What was measured when it was agreed stands beside each figure.</summary>
public sealed class SimilarQualityTests(SampledHost host, ITestOutputHelper output) : IClassFixture<SampledHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_samples_are_many_varied_and_half_of_them_held_out()
    {
        var samples = host.Samples;
        Assert.True(samples.Questions.Sum(question => question.Wanted.Count) >= 200);
        Assert.True(samples.Ideas.Count(idea => idea.Group.Length == 0) >= 1_500);
        Assert.True(samples.NearMisses.Count >= 80);
        Assert.InRange(samples.Questions.Count(question => question.HeldOut), samples.Questions.Count * 2 / 5, samples.Questions.Count * 3 / 5);
        Assert.All(samples.Questions, question => Assert.NotEmpty(question.Wanted));
        Assert.Equal(samples.Ideas.Count, samples.Ideas.Select(idea => idea.Title + idea.Text).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_the_ideas_that_are_about_the_same_almost_all_are_among_the_five_that_are_shown(bool heldOut)
    {
        var known = await host.FillAsync();
        var watch = Stopwatch.StartNew();
        var quality = await host.InScopeAsync(services =>
        {
            var find = services.GetRequiredService<FindSimilar>();
            return SimilarQuality.OfAsync(host.Samples, heldOut, text => find.FindAsync(new(null, text), Ct), idea => known.GetValueOrDefault(idea.CaseNumber));
        });
        output.WriteLine($"{(heldOut ? "held out" : "tuned on")}: {quality}, {watch.ElapsedMilliseconds} ms in all");
        Assert.True(quality.Recall >= 0.85, $"{quality}");
        Assert.True(quality.First >= 0.80, $"{quality}");
        Assert.True(quality.Precision >= 0.33, $"{quality}");
        Assert.True(quality.PrecisionOfSame >= 0.55, $"{quality}");
        Assert.True(quality.NearMissesAsSame <= 0.20, $"{quality}");
    }

    [Theory]
    [InlineData("cykelställ vid skolan", "Cykelställ vid skolan")]
    [InlineData("skolcykelparkering", "Cykelställ vid skolan")]
    public async Task A_compound_and_the_phrase_that_says_the_same_find_each_other(string typed, string title)
    {
        var known = await host.FillAsync();
        var found = await host.InScopeAsync(services => services.GetRequiredService<FindSimilar>().FindAsync(new(null, typed), Ct));
        Assert.Contains(found, idea => idea.Title == title && known[idea.CaseNumber].Group.Length > 0);
    }

    /// <summary>However common the words, a bounded number of ideas is fetched.</summary>
    [Fact]
    public async Task What_is_fetched_is_bounded_and_found_by_the_index()
    {
        await host.FillAsync();
        await host.Database.ExecuteAsync("analyze ideas.ideas");
        await host.InScopeAsync(async services =>
        {
            var (statistics, synonyms) = (await services.GetRequiredService<Features.Ideas.Search.KeptTermStatistics>().GetAsync(Ct), await services.GetRequiredService<Features.Ideas.Synonyms.KeptSynonyms>().GetAsync(Ct));
            foreach (var question in host.Samples.Questions)
            {
                var asked = RareWords.Query(new ComparedText(null, question.Text, statistics, synonyms), statistics, synonyms)?.Indexed ?? [];
                Assert.InRange(asked.Count, 0, 9);
                if (asked.Count == 0) continue;
                var ideas = await host.Database.QueryAsync<long>("select count(*) from ideas.ideas where public_search @@ $1::tsquery", asked[0]);
                Assert.True(ideas <= 2 * RareWords.MostIdeas, $"{ideas}: {asked[0]}");
            }
        });
    }
}
