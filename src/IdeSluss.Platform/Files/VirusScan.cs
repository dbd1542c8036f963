using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Lets ClamAV look through a file (clamd, command INSTREAM over TCP). Without a configured scanner nothing is scanned; with one that does not answer nothing is taken in.
/// </summary>
internal sealed class VirusScan(FileStoreOptions options)
{
    private const int MostOfAnswer = 4096;
    private static readonly TimeSpan PatienceForAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceForScan = TimeSpan.FromSeconds(60);

    public bool IsOn => options.Scanner is not null;

    /// <returns>The name of what was found; null when the file is clean or nothing is configured.</returns>
    /// <exception cref="ScannerUnreachableException">It does not answer, or refuses to look through the file.</exception>
    public async Task<string?> FindAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (options.Scanner is not { } scanner) return null;
        var answer = await AskAsync(scanner, "INSTREAM", PatienceForScan, async (connection, token) =>
        {
            await using var content = file.Open();
            var size = new byte[4];
            var buffer = new byte[64 * 1024];
            while (await content.ReadAsync(buffer, token) is > 0 and var read)
            {
                BinaryPrimitives.WriteInt32BigEndian(size, read);
                await connection.WriteAsync(size, token);
                await connection.WriteAsync(buffer.AsMemory(0, read), token);
            }

            await connection.WriteAsync(new byte[4], token);
        }, cancellationToken);

        const string found = " FOUND", before = "stream: ";
        if (answer == before + "OK") return null;
        return answer.StartsWith(before, StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal)
            ? answer[before.Length..^found.Length]
            : throw new ScannerUnreachableException($"The scanner answered: {answer}. If it names a size limit, raise StreamMaxLength in clamd.conf.");
    }

    /// <exception cref="ScannerUnreachableException">A configured scanner does not answer.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (options.Scanner is not { } scanner) return;
        var answer = await AskAsync(scanner, "PING", PatienceForAnswer, (_, _) => Task.CompletedTask, cancellationToken);
        if (answer != "PONG") throw new ScannerUnreachableException($"The scanner answered: {answer}");
    }

    private static async Task<string> AskAsync(ScannerOptions scanner, string command, TimeSpan patience, Func<NetworkStream, CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PatienceForAnswer);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(scanner.Host, scanner.Port, limit.Token);
            limit.CancelAfter(patience);
            await using var connection = client.GetStream();
            // The z form ends commands and answers with a zero byte.
            await connection.WriteAsync(Encoding.ASCII.GetBytes($"z{command}\0"), limit.Token);
            await send(connection, limit.Token);
            return await AnswerAsync(connection, limit.Token);
        }
        catch (Exception error) when (error is SocketException or IOException and not ScannerUnreachableException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ScannerUnreachableException($"The scanner at {scanner.Host}:{scanner.Port} does not answer ({error.GetType().Name}).", error);
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream connection, CancellationToken cancellationToken)
    {
        var answer = new byte[MostOfAnswer];
        var length = 0;
        while (length < answer.Length && await connection.ReadAsync(answer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (answer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end) return Encoding.UTF8.GetString(answer, 0, end).Trim();
        }

        throw new ScannerUnreachableException("The scanner ended in the middle of its answer.");
    }
}

internal sealed class ScannerUnreachableException(string message, Exception? inner = null) : IOException(message, inner);
