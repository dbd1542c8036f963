using IdeSluss.Sdk.Composition;

namespace IdeSluss.Sdk.Commands;

/// <summary>
/// What the program does instead of serving: reads in a file, writes one out. Declared with <see cref="IContributionBuilder.Command{TCommand}"/>. It runs with the
/// database prepared and without jobs or dispatching, beside a host that may be serving, and as nobody: whoever reaches the program's command line may use it all.
/// </summary>
/// <example><code>
/// internal sealed class CountCommand(IdeasDbContext db) : ICommand
/// {
///     public async Task&lt;int&gt; RunAsync(CommandCall call, CancellationToken cancellationToken)
///     {
///         if (!call.TryRead(CommandSyntax.None, out var read)) return CommandExit.Usage;
///         await call.Output.WriteLineAsync($"{await db.Ideas.CountAsync(cancellationToken)}");
///         return CommandExit.Done;
///     }
/// }
/// </code></example>
public interface ICommand
{
    /// <returns>The exit code, one of <see cref="CommandExit"/> or what the command's usage tells.</returns>
    Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken);
}

public static class CommandExit
{
    public const int Done = 0;

    /// <summary>It could not be done; nothing was, unless the command says so.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments.</summary>
    public const int Usage = 2;

    /// <summary>Done in part: some of what was given was refused, and the command has told what.</summary>
    public const int Partly = 3;
}

/// <summary>Switches that a command knows. Everything else that begins with two hyphens is an error.</summary>
/// <param name="Flags">Alone: <c>--dry-run</c>.</param>
/// <param name="Options">With a value: <c>--source gamla-systemet</c>.</param>
/// <param name="Values">How many values there must be, in order: the file's name.</param>
public sealed record CommandSyntax(IReadOnlyList<string> Flags, IReadOnlyList<string> Options, int Values)
{
    public static CommandSyntax None { get; } = new([], [], 0);
}

/// <summary>The arguments, read.</summary>
public sealed record CommandArguments(IReadOnlyList<string> Values, IReadOnlySet<string> Flags, IReadOnlyDictionary<string, string> Options)
{
    public bool Has(string flag) => Flags.Contains(flag);

    public string? Option(string name) => Options.GetValueOrDefault(name);
}

/// <summary>One call of a command.</summary>
/// <param name="Usage">As declared; shown when the arguments are wrong.</param>
/// <param name="Arguments">What follows the command's name.</param>
/// <param name="Folder">Where it was called from: relative file names begin there.</param>
public sealed record CommandCall(string Usage, IReadOnlyList<string> Arguments, string Folder, TextWriter Output, TextWriter Errors)
{
    public string PathOf(string file) => Path.GetFullPath(file, Folder);

    /// <summary>False when the arguments are not as <paramref name="syntax"/> says; what is wrong and the usage have then been written.</summary>
    public bool TryRead(CommandSyntax syntax, out CommandArguments read)
    {
        var (values, flags, options) = (new List<string>(), new HashSet<string>(), new Dictionary<string, string>());
        read = new(values, flags, options);
        for (var at = 0; at < Arguments.Count; at++)
        {
            var argument = Arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal)) values.Add(argument);
            else if (syntax.Flags.Contains(argument)) flags.Add(argument);
            else if (!syntax.Options.Contains(argument)) return Refuse($"Okänt val: {argument}.");
            else if (at + 1 == Arguments.Count || Arguments[at + 1].StartsWith("--", StringComparison.Ordinal)) return Refuse($"{argument} vill ha ett värde efter sig.");
            else options[argument] = Arguments[++at];
        }

        return values.Count == syntax.Values || Refuse(values.Count < syntax.Values ? "Något saknas." : $"För mycket: {values[^1]}.");
    }

    private bool Refuse(string why)
    {
        Errors.WriteLine(why);
        Errors.WriteLine($"Skriv: {Usage}");
        return false;
    }
}
