using System.Globalization;
using IdeSluss.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Files;

/// <summary>Where files lie and who looks through them: <c>IdeSluss:Files</c>.</summary>
internal sealed record FileStoreOptions
{
    private const string Section = "IdeSluss:Files";

    /// <summary>Absolute. With <see cref="S3"/> only for files on their way in.</summary>
    public required string Folder { get; init; }

    /// <summary>Left free on the disk of <see cref="Folder"/>, in bytes: the embedded database may lie beside it and stops when the disk is full.</summary>
    public long KeepFree { get; init; } = 512L * 1024 * 1024;

    public S3Options? S3 { get; init; }

    public ScannerOptions? Scanner { get; init; }

    /// <summary>The folder <c>files</c> of the data folder, and no scanner.</summary>
    public static FileStoreOptions In(string dataFolder) => new() { Folder = Path.Combine(dataFolder, "files") };

    /// <exception cref="StartUpException">A setting cannot be used; the message names it and what it may be.</exception>
    public static FileStoreOptions From(IConfiguration configuration, string dataFolder)
    {
        var files = configuration.GetSection(Section);
        return new()
        {
            Folder = Path.GetFullPath(files["Folder"] is { Length: > 0 } folder ? folder : "files", dataFolder),
            KeepFree = Number(files, "KeepFreeMegabytes", 512, 0, 1_000_000_000) * 1024 * 1024,
            S3 = S3From(files.GetSection("S3")),
            Scanner = files["Scanner:Host"] is { Length: > 0 } host ? new(host, (int)Number(files, "Scanner:Port", 3310, 1, 65535)) : null,
        };
    }

    private static S3Options? S3From(IConfigurationSection s3)
    {
        if (!s3.GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value))) return null;
        if (s3["Bucket"] is not { Length: > 0 } bucket)
            throw new StartUpException($"{Section}:S3:Bucket är inte satt. Ange namnet på den hink (bucket) som filerna ska ligga i, eller ta bort {Section}:S3 så lagras filerna i en mapp.");
        if (!Uri.TryCreate(s3["Address"], UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw new StartUpException($"{Section}:S3:Address ska vara lagringens hela adress, till exempel https://s3.example.se. Nu är den '{s3["Address"]}'.");
        var (key, secret) = (s3["AccessKey"], s3["SecretKey"]);
        if (string.IsNullOrWhiteSpace(key) || string.IsNullOrWhiteSpace(secret))
            throw new StartUpException($"{Section}:S3:AccessKey och {Section}:S3:SecretKey ska båda vara satta.");
        return new(address, bucket, s3["Region"] is { Length: > 0 } region ? region : "us-east-1", key, secret, s3["Prefix"]?.Trim('/') ?? "");
    }

    private static long Number(IConfigurationSection files, string name, long otherwise, long least, long most)
    {
        if (files[name] is not { Length: > 0 } text) return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartUpException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} ska vara ett heltal mellan {least} och {most}. Nu är det '{text}'."));
    }
}

/// <param name="Region">What requests are signed for; stores of other makes than Amazon's take any.</param>
/// <param name="Prefix">A folder within the bucket; empty is the bucket itself.</param>
internal sealed record S3Options(Uri Address, string Bucket, string Region, string AccessKey, string SecretKey, string Prefix);

/// <summary>A ClamAV daemon (<c>clamd</c>) that listens on TCP.</summary>
internal sealed record ScannerOptions(string Host, int Port);
