using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// One line per entry, with the trace that it belongs to: the number that an error page asks people to tell is then found in the log, also where no traces are collected. Scopes are left out, since
/// the framework's hold addresses, and ours may hold a secret.
/// </summary>
internal sealed class TracedConsole(TimeProvider? time = null) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "idesluss";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var at = (time ?? TimeProvider.System).GetUtcNow();
        var text = string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss} {Word(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } error) text += $" {error}";
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity) text += $" trace={activity.TraceId}";
        textWriter.WriteLine(text.ReplaceLineEndings(" "));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
