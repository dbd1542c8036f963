namespace IdeSluss.Platform.Postgres;

/// <summary>Turns what PostgreSQL wrote when it gave up into words about what to do.</summary>
internal static class PostgresFailure
{
    private static readonly (string Sign, string Advice)[] Known =
    [
        ("No space left on device", "The disk is full. Free some space, or move the data with IdeSluss:DataFolder, and start again; nothing that was saved is lost."),
        ("Disk quota exceeded", "The disk quota is used up. Free some space, or move the data with IdeSluss:DataFolder, and start again."),
        ("Read-only file system", "The data folder is on a file system that cannot be written to. Choose another with IdeSluss:DataFolder."),
        ("Permission denied", "The server's account may not read or write there. Make the folder this user's own, or choose another with IdeSluss:DataFolder."),
        ("has wrong ownership", "The data belongs to another user. Run as that user, or hand the folder over with chown -R."),
        ("is not compatible with this version", "The data was made by another major version of PostgreSQL. Take a backup with that version and restore it here."),
        ("initialized by PostgreSQL version", "The data was made by another major version of PostgreSQL. Take a backup with that version and restore it here."),
        ("could not map anonymous shared memory", "There is too little memory for PostgreSQL's 128 MB. End other programs or give the container more."),
        ("error while loading shared libraries", "A library of the embedded PostgreSQL is missing. Remove node_modules below src/IdeSluss.Platform and run npm ci there."),
        ("cannot execute binary file", "The embedded PostgreSQL is for another kind of machine. Run npm ci again on this one."),
    ];

    public static EmbeddedPostgresException From(string what, string output)
    {
        var advice = Known.FirstOrDefault(known => output.Contains(known.Sign, StringComparison.OrdinalIgnoreCase)).Advice
            ?? "Or set ConnectionStrings:IdeSluss to use a PostgreSQL of your own (15 or newer).";
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(12);
        return new($"The embedded PostgreSQL cannot run: {what}. {advice}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}");
    }
}
