using System.Net;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Ideas.Tests.HandIn;

public sealed class OpenForIdeasTests
{
    [Fact]
    public async Task No_idea_is_taken_in_before_someone_can_receive_serious_irregularities()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions { Demo = false });
        using var visitor = host.Visitor();
        using var refused = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "En bänk vid ån." });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("inte öppen än", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await host.NameReceiverOfIrregularitiesAsync();
        using var taken = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "En bänk vid ån." });
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }
}
