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

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <returns>Null when it was the last.</returns>
    public static TimeSpan? After(int attempt) => attempt <= Pauses.Length ? Pauses[attempt - 1] : null;
}
