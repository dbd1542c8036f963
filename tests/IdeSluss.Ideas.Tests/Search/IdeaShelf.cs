using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Search;

/// <summary>Ideas with given texts, public unless a test says otherwise.</summary>
internal sealed class IdeaShelf(TestHost host)
{
    private static int last;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="original">What came in, when it is not the public text.</param>
    /// <returns>The case number.</returns>
    public async Task<string> AddAsync(string text, Action<Idea>? with = null, string? original = null) => (await AddAsync([text], with, original))[0];

    public async Task<IReadOnlyList<string>> AddAsync(IReadOnlyList<string> texts, Action<Idea>? with = null, string? original = null) => await host.InScopeAsync(async services =>
    {
        var receiving = (await services.GetRequiredService<IOrganisation>().ReceivingAuthorityAsync(Ct)).Id;
        var start = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30);
        var db = services.GetRequiredService<IdeasDbContext>();
        var numbers = new List<string>();
        foreach (var text in texts)
        {
            var order = Interlocked.Increment(ref last);
            var number = string.Create(CultureInfo.InvariantCulture, $"26HYLLA{order}");
            var at = start.AddSeconds(order);
            var idea = new Idea
            {
                Id = Guid.CreateVersion7(at), CaseNumber = number, SubmissionKey = number, AuthorityId = receiving, WorkflowKey = DefaultWorkflow.Key, WorkflowVersion = DefaultWorkflow.Version, Stage = Stages.Need,
                OriginalText = original ?? text, PublicTitle = "En idé", PublicText = text, Channel = "WEB", FollowCodeHash = System.Text.Encoding.UTF8.GetBytes(number), ReceivedAt = at, StageEnteredAt = at, PublishedAt = at,
            };
            with?.Invoke(idea);
            db.Ideas.Add(idea);
            numbers.Add(number);
        }

        await db.SaveChangesAsync(Ct);
        return numbers;
    });

    /// <summary>As the nightly job does.</summary>
    public Task CountTermsAsync() => host.InScopeAsync(services => services.GetRequiredService<RefreshTerms>().CountAsync(Ct));
}
