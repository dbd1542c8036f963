using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IdeSluss.Platform.Tests.Jobs;

/// <summary>
/// Lets what runs in it die as a killed process does, just before or just after what it has done is kept: from then on nothing it says reaches the database. What others do meanwhile is left alone.
/// </summary>
internal sealed partial class DyingProcess : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<DyingProcess?> Mine = new();

    private readonly List<IDisposable> listening = [];
    private readonly bool beforeItIsKept;

    private bool hasWritten;

    private DyingProcess(bool beforeItIsKept) => this.beforeItIsKept = beforeItIsKept;

    public bool IsDead { get; private set; }

    /// <returns>Whether it died. Just after, that is when something was changed; just before, when something might have been.</returns>
    public static async Task<bool> RunAsync(bool beforeItIsKept, Func<Task> work)
    {
        using var process = new DyingProcess(beforeItIsKept);
        process.listening.Add(DiagnosticListener.AllListeners.Subscribe(process));
        Mine.Value = process;
        try
        {
            await work();
        }
        catch (Exception) when (process.IsDead)
        {
            // The dead tell nobody.
        }
        finally
        {
            Mine.Value = null;
        }

        return process.IsDead;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory) listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Mine.Value != this) return;
        if (value.Value is CommandExecutedEventData done && Writes().IsMatch(done.Command.CommandText)) hasWritten |= done.Result is not (0 or System.Data.Common.DbDataReader { HasRows: false, RecordsAffected: 0 });
        var (before, after) = value.Value switch
        {
            TransactionEventData when value.Key == RelationalEventId.TransactionCommitting.Name => (hasWritten, false),
            TransactionEndEventData when value.Key == RelationalEventId.TransactionCommitted.Name => (false, hasWritten),
            CommandEventData command when value.Key == RelationalEventId.CommandExecuting.Name => (IsKeptByItself(command), false),
            CommandEventData command when value.Key == RelationalEventId.CommandExecuted.Name => (false, hasWritten && IsKeptByItself(command)),
            _ => (false, false),
        };
        var dies = beforeItIsKept ? before : after;
        IsDead |= dies;
        // What is only let go of, such as a connection, a dead process lets go of too.
        if (dies || (IsDead && Speaking.Contains(value.Key))) throw new OperationCanceledException("killed");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var one in listening) one.Dispose();
    }

    private static readonly string?[] Speaking = [RelationalEventId.CommandExecuting.Name, RelationalEventId.TransactionStarting.Name, RelationalEventId.TransactionCommitting.Name, RelationalEventId.ConnectionOpening.Name];

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    private static bool IsKeptByItself(CommandEventData command) => command.Command.Transaction is null && Writes().IsMatch(command.Command.CommandText);

    [GeneratedRegex(@"\b(insert into|update|delete from|merge into)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writes();
}
