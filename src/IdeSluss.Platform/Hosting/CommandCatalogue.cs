using System.Globalization;
using IdeSluss.Platform.Backup;
using IdeSluss.Platform.Composition;
using IdeSluss.Sdk.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Hosting;

/// <summary>What modules and plugins let the program do beside serving.</summary>
internal sealed class CommandCatalogue(IReadOnlyList<CommandContribution> commands)
{
    /// <summary>The first words of what the program itself can do.</summary>
    public static readonly string[] Own = ["migrate", "admin", "backup", "restore", "settings"];

    /// <exception cref="StartUpException">No such command; the message lists those there are.</exception>
    public CommandContribution Find(IReadOnlyList<string> arguments) =>
        commands.Where(command => command.Name.Split(' ').SequenceEqual(arguments.Take(command.Name.Split(' ').Length))).MaxBy(command => command.Name.Length)
        ?? throw new StartUpException($"Kommandot finns inte. Skriv ett av dessa:{Environment.NewLine}{string.Join(Environment.NewLine, Usages)}") { ExitCode = CommandExit.Usage };

    public async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var command = Find(arguments);
        // What is said to the one at the keyboard is said as the rest of the program says it, whatever language the machine has.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
        await using var scope = services.CreateAsyncScope();
        var call = new CommandCall(command.Usage, [.. arguments.Skip(command.Name.Split(' ').Length)], Environment.CurrentDirectory, output, errors);
        return await ((ICommand)scope.ServiceProvider.GetRequiredService(command.CommandType)).RunAsync(call, cancellationToken);
    }

    private IEnumerable<string> Usages => ["migrate", "admin create E-POST", BackupCommands.BackupUsage, BackupCommands.RestoreUsage, "settings", .. commands.Select(command => command.Usage).Order(StringComparer.Ordinal)];
}
