using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Api;

/// <summary>The keys that creates have been sent with, and what became of them. In scopes of its own: a key must be taken before the work begins, and its state become true also when that fails.</summary>
internal sealed class IdempotencyKeys(IServiceScopeFactory scopes, ILogger<IdempotencyKeys> log)
{
    /// <summary>Kept as the status of a request that saved something, or may have, and then broke.</summary>
    public const int Broken = 0;

    /// <summary>Claims the key. Null when it was free, otherwise what became of the first request with it.</summary>
    public async Task<IdempotentAnswer?> ClaimAsync(IdempotentAnswer claim, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        database.Add(claim);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return await Row(database, claim).AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? claim;
        }
    }

    /// <summary>Surely nothing was saved: the key may be used again.</summary>
    public Task FreeAsync(IdempotentAnswer claim) => SettleAsync(claim, row => row.ExecuteDeleteAsync(CancellationToken.None));

    /// <summary>Nobody can tell whether it took effect.</summary>
    public Task BreakAsync(IdempotentAnswer claim) => SettleAsync(claim, row => row.ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Status, Broken), CancellationToken.None));

    public Task KeepAsync(IdempotentAnswer claim, HttpResponse response, byte[] body)
    {
        var (status, type, location) = (response.StatusCode, response.ContentType, response.Headers.Location.ToString() is { Length: > 0 } to ? to : null);
        return SettleAsync(claim, row => row.ExecuteUpdateAsync(
            set => set.SetProperty(answer => answer.Status, status).SetProperty(answer => answer.ContentType, type).SetProperty(answer => answer.Location, location).SetProperty(answer => answer.Body, body),
            CancellationToken.None));
    }

    /// <summary>While the database is away the key stays with a request that is never answered, and is told as that. What was done is told its sender all the same.</summary>
    private async Task SettleAsync(IdempotentAnswer claim, Func<IQueryable<IdempotentAnswer>, Task> settle)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await settle(Row(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), claim));
        }
        catch (Exception error) when (DatabaseFaults.Of(error) != DatabaseFault.None)
        {
            log.LogWarning("A key could not be settled: {Error}", SafeError.Of(error));
        }
    }

    private static IQueryable<IdempotentAnswer> Row(PlatformDbContext database, IdempotentAnswer claim) =>
        database.IdempotentAnswers.Where(row => row.Key == claim.Key && row.Caller == claim.Caller && row.Route == claim.Route);
}
