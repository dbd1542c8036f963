using System.Globalization;
using IdeSluss.Platform.Backup;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Platform.Hosting;

/// <summary>What the program does instead of serving.</summary>
internal static class HostCommands
{
    /// <summary>As shells have it for what Ctrl-C stopped.</summary>
    private const int Interrupted = 130;

    /// <summary>A command prepares the database and does its work, without jobs and dispatching beside a host that may be running.</summary>
    public static HostOverrides Beside { get; } = new()
    {
        Configuration = new Dictionary<string, string?> { ["IdeSluss:Jobs"] = "false", ["IdeSluss:Background"] = "false", ["urls"] = ListeningAddresses.Default, ["Logging:LogLevel:Default"] = "Warning" },
    };

    public static async Task<int> CreateAdministratorAsync(string email, string[] args, IReadOnlyList<IModule> modules, TextWriter output)
    {
        await using var app = await IdeSlussHost.CreateAsync(args, modules, Beside);
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IAdministratorCreation>() is not { } creation)
            throw new StartUpException("Ingen modul i den här instansen har hand om konton.");
        try
        {
            var link = await creation.CreateAsync(email, CancellationToken.None);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Öppna länken och välj ett lösenord: {link}"));
            return 0;
        }
        catch (InvalidOperationException error)
        {
            throw new StartUpException(error.Message, error);
        }
    }

    /// <summary>What <c>migrate</c> would do. The database is as it was afterwards.</summary>
    public static async Task<int> PlanAsync(string[] args, IReadOnlyList<IModule> modules, TextWriter output)
    {
        var (app, _, _) = IdeSlussHost.Build(args, modules, Beside, _ => { });
        await using (app)
        {
            await app.Services.GetRequiredService<DatabaseServer>().StartAsync(CancellationToken.None);
            var steps = await ActivatorUtilities.CreateInstance<MigrationPlan>(app.Services).ReadAsync(app.Services, CancellationToken.None);
            foreach (var step in steps)
            {
                await output.WriteLineAsync($"-- {step.Schema}: {step.Migration}");
                foreach (var held in step.Locks) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"-- lås: {held.Table}, {held.Mode} ({(held.StopsReaders ? "stoppar läsning och skrivning" : "stoppar skrivning")} till slutet av steget, ungefär {held.Rows} rader)"));
                if (step.TakesAway) await output.WriteLineAsync("-- OBS: tar bort något. Versionen före går inte att köra på databasen efteråt.");
                await output.WriteLineAsync(step.Sql);
                await output.WriteLineAsync();
            }

            await output.WriteLineAsync(steps.Count == 0 ? "-- Databasen är redan som programmet vill ha den." : $"-- {steps.Count} steg provade och tillbakarullade. Inget är ändrat.");
            return 0;
        }
    }

    /// <summary>Only reading, for planned work: the database refuses to be written to, whichever replica asks, and each replica says so on its pages within seconds.</summary>
    public static async Task<int> SetReadOnlyAsync(bool on, IReadOnlyList<IModule> modules, TextWriter output)
    {
        var configured = IdeSlussHost.NewBuilder([], Beside).Configuration.GetConnectionString("IdeSluss");
        // This one must be able to take it back.
        var writing = new Dictionary<string, string?>(Beside.Configuration);
        if (configured is { Length: > 0 }) writing["ConnectionStrings:IdeSluss"] = new NpgsqlConnectionStringBuilder(configured) { Options = "-c default_transaction_read_only=off" }.ConnectionString;
        var (app, _, _) = IdeSlussHost.Build([], modules, Beside with { Configuration = writing }, _ => { });
        await using (app)
        {
            var server = app.Services.GetRequiredService<DatabaseServer>();
            await server.StartAsync(CancellationToken.None);
            var broken = await ReadOnlySwitch.TurnAsync(server.DataSource, on, TimeSpan.FromSeconds(20), CancellationToken.None);
            await output.WriteLineAsync(on ? "Nu går det bara att läsa. Det står på varje sida. Tillbaka: read-only off." : "Nu går det att skriva igen.");
            if (broken > 0) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Avbröt {broken} förbindelser som hade hållit på i tjugo sekunder."));
            return 0;
        }
    }

    /// <summary>A command that a module or plugin declares.</summary>
    public static Task<int> RunAsync(string[] args, IReadOnlyList<IModule> modules, TextWriter output, TextWriter errors) => UntilStoppedAsync(errors, async stop =>
    {
        CommandCatalogue? commands = null;
        await using var app = await IdeSlussHost.CreateAsync([], modules, Beside, assembly => (commands = assembly.Commands).Find(args), stop);
        return await commands!.RunAsync(app.Services, args, output, errors, stop);
    });

    /// <summary><c>backup</c> and <c>restore</c>: with the program's configuration, but before it is composed and the database is migrated.</summary>
    public static Task<int> CopyAsync(string[] args, IReadOnlyList<IModule> modules, TextWriter output, TextWriter errors) => UntilStoppedAsync(errors, async stop =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        var builder = IdeSlussHost.NewBuilder([], Beside);
        try
        {
            return args[0] == "backup"
                ? await BackupCommands.BackupAsync(args[1..], builder.Configuration, builder.Environment.ContentRootPath, output, errors, stop)
                : await BackupCommands.RestoreAsync(args[1..], builder.Configuration, builder.Environment.ContentRootPath, settings => IdeSlussHost.CreateAsync([], modules, With(settings), stop), output, errors, stop);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Npgsql.NpgsqlException)
        {
            throw new BackupException($"Det gick inte: {error.Message} Rätta det och kör igen; inget halvt är kvar.", error);
        }

        static HostOverrides With(IReadOnlyDictionary<string, string?> settings) =>
            Beside with { Configuration = Beside.Configuration.Concat(settings).Append(new("urls", "http://127.0.0.1:0")).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value) };
    });

    private static async Task<int> UntilStoppedAsync(TextWriter errors, Func<CancellationToken, Task<int>> run)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await run(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Avbrutet.");
            return Interrupted;
        }
    }
}
