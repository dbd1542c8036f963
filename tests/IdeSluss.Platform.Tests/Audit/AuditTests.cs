using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Platform.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private Instance instance = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => instance = await Instance.StartAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task Entries_are_sealed_in_one_chain_without_gaps_by_sealers_at_once()
    {
        await WriteAsync(1_200);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => instance.Get<AuditSealer>().SealAsync(Token)));
        await instance.Get<AuditSealer>().SealAsync(Token);

        var report = await VerifyAsync();
        Assert.Equal((1_200L, 0L, true), (report.Checked, report.Unsealed, report.Holds));
    }

    [Fact]
    public async Task The_chain_continues_where_it_ended()
    {
        await WriteAsync(3);
        await instance.Get<AuditSealer>().SealAsync(Token);
        await WriteAsync(2);
        Assert.Equal(2, (await VerifyAsync()).Unsealed);

        await instance.Get<AuditSealer>().SealAsync(Token);

        Assert.Equal((5L, true), ((await VerifyAsync()).Checked, (await VerifyAsync()).Holds));
    }

    [Theory]
    [InlineData("update audit.entry set facts = '{\"to\": \"CLOSED\"}' where seal_number = 4")]
    [InlineData("update audit.entry set actor_id = gen_random_uuid() where seal_number = 4")]
    [InlineData("update audit.entry set at = at + interval '1 second' where seal_number = 4")]
    [InlineData("update audit.entry set action = 'probe.dif' where seal_number = 4")]
    [InlineData("delete from audit.entry where seal_number = 4")]
    public async Task An_altered_or_removed_entry_is_found(string tampering)
    {
        await WriteAsync(7);
        await instance.Get<AuditSealer>().SealAsync(Token);
        Assert.True((await VerifyAsync()).Holds);

        // As someone would who owns the database.
        await instance.SqlAsync($"set session_replication_role = replica; {tampering}; set session_replication_role = origin");

        Assert.Equal(4, (await VerifyAsync()).BrokenAt);
    }

    [Theory]
    [InlineData("update audit.entry set action = 'probe.other'")]
    [InlineData("update audit.entry set seal_number = 9, action = 'probe.other' where seal_number is null")]
    [InlineData("update audit.entry set seal = null where seal_number = 1")]
    [InlineData("delete from audit.entry")]
    [InlineData("truncate audit.entry")]
    public async Task The_database_refuses_to_change_or_delete_entries(string tampering)
    {
        await WriteAsync(1);
        await instance.Get<AuditSealer>().SealAsync(Token);
        await WriteAsync(1);

        var error = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => instance.SqlAsync(tampering));

        Assert.Contains("append-only", error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_entries_come_first()
    {
        await WriteAsync(120);

        await using var scope = instance.Services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<AuditAdmin>();
        var first = await admin.NewestAsync(null, Token);
        var second = await admin.NewestAsync(first[^1].Id, Token);

        Assert.Equal((100, 20), (first.Count, second.Count));
    }

    private Task WriteAsync(int count) => instance.InScopeAsync(async context =>
    {
        for (var i = 0; i < count; i++)
            context.Audit(new("probe.did", "thing", Guid.CreateVersion7(), Guid.CreateVersion7(), Facts: new Dictionary<string, string> { ["to"] = "TRIAGE", ["from"] = "RECEIVED" }));
        await context.SaveChangesAsync(Token);
    });

    private async Task<ChainReport> VerifyAsync()
    {
        await using var scope = instance.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditAdmin>().VerifyAsync(Token);
    }
}
