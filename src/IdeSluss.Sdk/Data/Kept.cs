using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Sdk.Data;

/// <summary>Something read seldom and needed at every request, in memory: read again when it has grown old, by one caller at a time, and at once after <see cref="Forget"/>.</summary>
/// <example><code>internal sealed class KeptTerms(IServiceScopeFactory scopes, TimeProvider time) : Kept&lt;IdeasDbContext, Terms&gt;(scopes, time, TimeSpan.FromMinutes(10))</code></example>
public abstract class Kept<TContext, T>(IServiceScopeFactory scopes, TimeProvider time, TimeSpan age) : IDisposable where TContext : ModuleDbContext where T : class
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private Copy? copy;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) => Fresh() is { } value ? ValueTask.FromResult(value) : new ValueTask<T>(ReadOnceAsync(cancellationToken));

    /// <summary>This replica has changed it; the others see that when their copy has grown old.</summary>
    public void Forget() => Volatile.Write(ref copy, null);

    public void Dispose()
    {
        reading.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<T> ReadAsync(TContext db, CancellationToken cancellationToken);

    private T? Fresh() => Volatile.Read(ref copy) is { } kept && time.GetElapsedTime(kept.ReadAt) < age ? kept.Value : null;

    private async Task<T> ReadOnceAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } value) return value;
            var readAt = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var read = await ReadAsync(scope.ServiceProvider.GetRequiredService<TContext>(), cancellationToken);
            Volatile.Write(ref copy, new(read, readAt));
            return read;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Copy(T Value, long ReadAt);
}
