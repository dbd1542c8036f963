using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.People.Organisation;

/// <summary>
/// The organisation in memory: every request needs it to expand scopes. Read again after half a minute, so that other replicas' changes are seen within one;
/// own changes are seen at once through <see cref="Forget"/>.
/// </summary>
internal sealed class OrganisationCache(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim reading = new(1, 1);
    private Snapshot? snapshot;

    public ValueTask<OrganisationTree> TreeAsync(CancellationToken cancellationToken) =>
        Fresh() is { } tree ? ValueTask.FromResult(tree) : new ValueTask<OrganisationTree>(ReadAsync(cancellationToken));

    public void Forget() => Volatile.Write(ref snapshot, null);

    public void Dispose() => reading.Dispose();

    private OrganisationTree? Fresh() =>
        Volatile.Read(ref snapshot) is { } kept && time.GetElapsedTime(kept.ReadAt) < Age ? kept.Tree : null;

    private async Task<OrganisationTree> ReadAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } tree) return tree;
            var readAt = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PeopleDbContext>();
            var read = new OrganisationTree(
                await db.Authorities.AsNoTracking().ToListAsync(cancellationToken),
                await db.Units.AsNoTracking().ToListAsync(cancellationToken));
            Volatile.Write(ref snapshot, new(read, readAt));
            return read;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Snapshot(OrganisationTree Tree, long ReadAt);
}
