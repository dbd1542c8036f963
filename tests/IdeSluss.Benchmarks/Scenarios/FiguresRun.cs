using System.Diagnostics;
using System.Globalization;
using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Evaluation;
using IdeSluss.Evaluation.Features.Evaluation.Dashboard;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Sdk.Security;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Benchmarks.Scenarios;

/// <param name="Settled">Quarters that were settled, and the time for the slowest.</param>
/// <param name="Idle">The list page's p99 in milliseconds when nothing else runs.</param>
/// <param name="Busy">The same while a quarter is counted.</param>
internal sealed record FiguresMeasured(int Settled, TimeSpan Slowest, double Idle, double Busy)
{
    public const double MostSeconds = 60;
    public const double MostTimesIdle = 2;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Settling {Settled} quarters: the slowest counted in {Slowest.TotalSeconds:0.0} s, target < {MostSeconds} {(Slowest.TotalSeconds < MostSeconds ? "met" : "NOT MET")}. The list page meanwhile: p99 {Busy:0.00} ms, {Idle:0.00} ms idle, target < {MostTimesIdle} times {(Busy < Idle * MostTimesIdle ? "met" : "NOT MET")}");
}

/// <summary>Counting quarters of all ideas, whether others notice, and reading what came of it.</summary>
internal static class FiguresRun
{
    private const int Lists = 400;

    public static IReadOnlyList<Scenario> Reading =>
    [
        new("statistics for everyone", 20, async (services, _, ct) => Found(await services.GetRequiredService<ReadStatistics>().FindAsync(null, ct))),
        new("statistics for one's work", 20, async (services, _, ct) =>
        {
            services.GetRequiredService<CurrentUser>().Become(Guid.Empty, "Mätning", "matning@exempel.example", [], new Dictionary<string, PermissionScope> { [EvaluationPermissions.ReadDashboard] = PermissionScope.All });
            Found(await services.GetRequiredService<ReadDashboard>().FindAsync(null, null, null, ct));
        }),
        new("agreements of a researcher", 20, (services, _, ct) => services.GetRequiredService<KeepAgreements>().ListAsync(ct)),
    ];

    public static async Task<FiguresMeasured> MeasureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await ListAsync(services, Lists / 4, cancellationToken);
        var idle = Percentiles.Of(await ListAsync(services, Lists, cancellationToken)).P99;
        await using (var scope = services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SettleQuarters>().RunAsync(cancellationToken);
        var quarters = new List<string>();
        await using (var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select name from evaluation.settled_period where length(name) = 6 order by name"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken)) quarters.Add(reader.GetString(0));
        var counting = Task.Run(async () =>
        {
            var slowest = TimeSpan.Zero;
            foreach (var quarter in quarters)
            {
                await using var scope = services.CreateAsyncScope();
                var watch = Stopwatch.StartNew();
                await scope.ServiceProvider.GetRequiredService<CountQuarter>().OfAsync(quarter, cancellationToken);
                if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            }

            return slowest;
        }, cancellationToken);
        var busy = new List<TimeSpan>();
        while (!counting.IsCompleted) busy.AddRange(await ListAsync(services, 10, cancellationToken));
        return new(quarters.Count, await counting, idle, busy.Count > 0 ? Percentiles.Of(busy).P99 : idle);
    }

    private static async Task<IReadOnlyList<TimeSpan>> ListAsync(IServiceProvider services, int times, CancellationToken cancellationToken)
    {
        var taken = new List<TimeSpan>(times);
        for (var round = 0; round < times; round++)
        {
            await using var scope = services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await scope.ServiceProvider.GetRequiredService<ListIdeas>().FindAsync(new(), cancellationToken);
            taken.Add(watch.Elapsed);
        }

        return taken;
    }

    private static void Found<T>(Sdk.Results.Outcome<T> outcome)
    {
        if (outcome.Failed(out var problem, out _)) throw new InvalidOperationException(problem.Message.Key);
    }
}
