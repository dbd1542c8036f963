using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Platform.Tests.Faults;

/// <summary>The product with a net between it and its database that tests break and mend.</summary>
public sealed class FaultyHost : TestHost
{
    public FaultyHost()
        : this(new DatabaseLink())
    {
    }

    private FaultyHost(DatabaseLink link)
        : base(new TestHostOptions { Through = link.To }) => Link = link;

    internal DatabaseLink Link { get; }

    /// <summary>Everything works again, and what waited is done.</summary>
    public async Task RecoveredAsync()
    {
        using var visitor = Visitor();
        await IdeSluss.TestKit.Eventually.TrueAsync(async () =>
        {
            using var ready = await visitor.ApiAsync(HttpMethod.Get, "/health/ready");
            return ready.IsSuccessStatusCode && (await visitor.GetAsync("/ideer")).StatusCode == 200;
        }, "the host to be well again");
        await MessagesSettledAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Link.DisposeAsync();
    }
}
