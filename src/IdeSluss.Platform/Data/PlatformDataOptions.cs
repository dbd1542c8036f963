using IdeSluss.Platform.Files;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Data;

/// <summary>What the data half of the platform needs to know, read once from configuration.</summary>
internal sealed record PlatformDataOptions
{
    /// <summary>Null runs the embedded PostgreSQL in <see cref="DataFolder"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The <c>native</c> folder of an <c>@embedded-postgres</c> package; null searches upward from <see cref="ContentRoot"/>.</summary>
    public string? PostgresFolder { get; init; }

    public required string ContentRoot { get; init; }

    public bool Demo { get; init; }

    /// <summary>False leaves Quartz out: tests run the tasks directly.</summary>
    public bool RunJobs { get; init; } = true;

    /// <summary>False leaves dispatcher, mail sender and sealer out: tests and the command line drive them by hand.</summary>
    public bool RunBackground { get; init; } = true;

    /// <summary>How long the dispatcher, the mail sender and the sealer wait when nothing wakes them.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    public SmtpOptions? Smtp { get; init; }

    /// <summary>Sender of every mail.</summary>
    public string MailFrom { get; init; } = "ideslussen@localhost";

    /// <summary>Null keeps files in <see cref="DataFolder"/>.</summary>
    public FileStoreOptions? Files { get; init; }

    public static PlatformDataOptions From(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("IdeSluss");
        var connectionString = configuration.GetConnectionString("IdeSluss");
        var mail = section.GetSection("Mail");
        var dataFolder = Path.GetFullPath(section["DataFolder"] ?? "data", contentRoot);
        return new()
        {
            ConnectionString = string.IsNullOrWhiteSpace(connectionString) ? null : connectionString,
            DataFolder = dataFolder,
            Files = FileStoreOptions.From(configuration, dataFolder),
            PostgresFolder = section["PostgresFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, contentRoot) : null,
            ContentRoot = contentRoot,
            Demo = section.GetValue("Demo", false),
            RunJobs = section.GetValue("Jobs", true),
            RunBackground = section.GetValue("Background", true),
            Poll = section.GetValue("Messaging:Poll", TimeSpan.FromSeconds(2)),
            MailFrom = mail["From"] is { Length: > 0 } from ? from : "ideslussen@localhost",
            Smtp = mail["Host"] is { Length: > 0 } host
                ? new SmtpOptions(host, mail.GetValue("Port", 25), mail["User"], mail["Password"], mail.GetValue("UseTls", true))
                : null,
        };
    }
}

/// <param name="UseTls">True requires TLS (direct on port 465, STARTTLS otherwise); false sends in clear, for a relay on the same machine.</param>
internal sealed record SmtpOptions(string Host, int Port, string? User, string? Password, bool UseTls);
