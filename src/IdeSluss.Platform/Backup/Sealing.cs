using System.ComponentModel;
using System.Diagnostics;

namespace IdeSluss.Platform.Backup;

/// <summary>
/// Encrypts a backup on its way out, or decrypts it on its way in, with a program that is known for it: <c>age</c> or GnuPG. The bytes never lie unencrypted on disk meanwhile, except the dump of an external
/// server, which its tool writes to a file of its own beside the backup.
/// </summary>
internal sealed class Sealing : IAsyncDisposable
{
    public const string AgeEnding = ".age";
    public const string GpgEnding = ".gpg";

    private readonly string program;
    private readonly IReadOnlyList<string> arguments;
    private Process? process;
    private Task copying = Task.CompletedTask;
    private Task<string> errors = Task.FromResult("");

    private Sealing(string program, IReadOnlyList<string> arguments, string ending)
    {
        (this.program, this.arguments, Ending) = (program, arguments, ending);
    }

    public string Ending { get; }

    public static Sealing WithAge(string recipient) => new("age", ["--encrypt", "--recipient", recipient], AgeEnding);

    public static Sealing WithGpg(string recipient) => new("gpg", ["--batch", "--yes", "--trust-model", "always", "--encrypt", "--recipient", recipient], GpgEnding);

    /// <summary>For reading: by the file's ending; null where it is not encrypted.</summary>
    /// <param name="identity">The file with the key, for age.</param>
    public static Sealing? Opening(string path, string? identity) => Path.GetExtension(path) switch
    {
        AgeEnding when identity is null => throw new BackupException("Säkerhetskopian är krypterad med age. Ange nyckelfilen med --identity FIL."),
        AgeEnding => new("age", ["--decrypt", "--identity", identity], AgeEnding),
        GpgEnding => new("gpg", ["--batch", "--decrypt"], GpgEnding),
        _ => null,
    };

    /// <summary>What is written to the stream comes encrypted to <paramref name="output"/>.</summary>
    public Stream Start(Stream output)
    {
        Run();
        copying = process!.StandardOutput.BaseStream.CopyToAsync(output);
        return process.StandardInput.BaseStream;
    }

    /// <summary>What is read from the stream is <paramref name="input"/> decrypted.</summary>
    public Stream Read(Stream input)
    {
        Run();
        copying = FeedAsync(input);
        return process!.StandardOutput.BaseStream;
    }

    /// <exception cref="BackupException">The program says no.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await copying.WaitAsync(cancellationToken);
        await process!.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new BackupException($"{program} kunde inte: {(await errors).Trim()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private async Task FeedAsync(Stream input)
    {
        try
        {
            await input.CopyToAsync(process!.StandardInput.BaseStream);
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code tells why.
        }
        finally
        {
            // Without a last flush, which would fail on a program that has ended and hide what it said.
            await process!.StandardInput.BaseStream.DisposeAsync();
        }
    }

    private void Run()
    {
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception error)
        {
            throw new BackupException($"Programmet {program} finns inte här. Installera det, till exempel med apt-get install {(program == "gpg" ? "gnupg" : program)}.", error);
        }

        errors = process!.StandardError.ReadToEndAsync();
    }
}
