using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Benchmarks.Measuring;

/// <summary>Something the product does.</summary>
/// <param name="Name">What a reader of the table understands.</param>
/// <param name="Target">Milliseconds of database time that half of all calls should stay below; null when none is agreed.</param>
/// <param name="Action">One call; the number of the round chooses what it asks for.</param>
internal sealed record Scenario(string Name, double? Target, Func<IServiceProvider, int, CancellationToken, Task> Action);

/// <summary>Milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99)
{
    public static Percentiles Of(IReadOnlyList<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)].TotalMilliseconds;
        return new(At(0.50), At(0.95), At(0.99));
    }
}

internal sealed record Measured(string Scenario, double? Target, Percentiles Database, Percentiles Whole);

/// <summary>
/// Runs scenarios in turns, one call of each per round, so that what else the machine does falls on all of them alike. The first rounds do not count: there the
/// program is compiled and the statements are prepared.
/// </summary>
internal static class Rounds
{
    public static async Task<IReadOnlyList<Measured>> RunAsync(IServiceProvider services, IReadOnlyList<Scenario> scenarios, int rounds, int warmUp, CancellationToken cancellationToken)
    {
        using var clock = new DatabaseTime();
        var times = scenarios.ToDictionary(scenario => scenario, _ => new List<(TimeSpan Database, TimeSpan Whole)>(rounds));
        for (var round = -warmUp; round < rounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                await using var scope = services.CreateAsyncScope();
                var time = await clock.OfAsync(() => scenario.Action(scope.ServiceProvider, round + warmUp, cancellationToken));
                if (round >= 0) times[scenario].Add(time);
            }
        }

        return [.. scenarios.Select(scenario => new Measured(scenario.Name, scenario.Target, Percentiles.Of([.. times[scenario].Select(time => time.Database)]), Percentiles.Of([.. times[scenario].Select(time => time.Whole)])))];
    }
}
