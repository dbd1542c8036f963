namespace IdeSluss.Platform.Messaging;

/// <summary>How long to wait after a failed attempt; after the last one a person decides.</summary>
internal static class RetryPauses
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
    ];

    public static int Attempts => Pauses.Length + 1;

    /// <summary>The longest that a mail waits for its next attempt.</summary>
    private static readonly TimeSpan MailPause = TimeSpan.FromMinutes(30);

    /// <summary>Mail servers are away for a night or a weekend; those of others try for days (RFC 5321, 4.5.4.1).</summary>
    private static readonly TimeSpan MailPatience = TimeSpan.FromDays(5);

    private static readonly TimeSpan[] BeforeMailPause = [.. Pauses.Where(pause => pause < MailPause)];

    public static int MailAttempts => BeforeMailPause.Length + (int)(MailPatience / MailPause);

    /// <inheritdoc cref="After"/>
    public static TimeSpan? AfterMail(int attempt) => attempt <= BeforeMailPause.Length ? BeforeMailPause[attempt - 1] : attempt < MailAttempts ? MailPause : null;

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <returns>Null when it was the last.</returns>
    public static TimeSpan? After(int attempt) => attempt <= Pauses.Length ? Pauses[attempt - 1] : null;
}
