using System.Globalization;
using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>A command that a module or plugin declares.</summary>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<IModule> modules, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        CommandCatalogue? commands = null;
        await using var app = await IdeSlussHost.CreateAsync([], modules, Beside, assembly => (commands = assembly.Commands).Find(args), stop.Token);
        try
        {
            return await commands!.RunAsync(app.Services, args, output, errors, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Avbrutet.");
            return Interrupted;
        }
    }
}
