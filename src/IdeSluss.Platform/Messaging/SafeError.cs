using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using MailKit.Net.Smtp;
using Npgsql;

namespace IdeSluss.Platform.Messaging;

/// <summary>
/// What went wrong, for administrators and logs: the kind of error and the place in the code. Messages of exceptions are left out because they may
/// repeat what someone wrote; those known to hold only codes are kept.
/// </summary>
internal static class SafeError
{
    public static string Of(Exception error)
    {
        var root = error;
        while (root.InnerException is { } inner) root = inner;
        var place = new StackTrace(root, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("IdeSluss", StringComparison.Ordinal) == true);
        var at = place is null ? "" : $" in {TypeName(place.DeclaringType!)}";
        return root switch
        {
            PostgresException postgres => $"PostgreSQL {postgres.SqlState} {postgres.ConstraintName}{at}".TrimEnd(),
            HttpRequestException { StatusCode: { } status } => string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}{at}"),
            SmtpCommandException smtp => string.Create(CultureInfo.InvariantCulture, $"SMTP {(int)smtp.StatusCode} {smtp.ErrorCode}"),
            System.Net.Sockets.SocketException socket => $"{nameof(System.Net.Sockets.SocketException)} {socket.SocketErrorCode}{at}",
            _ => $"{root.GetType().Name}{at}",
        };
    }

    /// <summary>The handler's name, without what the compiler adds for async methods.</summary>
    private static string TypeName(Type type)
    {
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer) type = outer;
        return type.Name;
    }
}
