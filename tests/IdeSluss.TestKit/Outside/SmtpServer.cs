using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace IdeSluss.TestKit.Outside;

/// <summary>A real mail server on a free port of this machine: enough of RFC 5321 to be delivered to, and what came in can be read.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly Task accepting;
    private int refusals;

    /// <param name="port">That of one that was gone and is back; 0 takes a free one.</param>
    public SmtpServer(int port = 0)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>Answers the next messages with 451, as an overloaded server does.</summary>
    public void RefuseNext(int count) => Interlocked.Exchange(ref refusals, count);

    /// <summary>Waits until <paramref name="count"/> mails have come in.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(int count, TimeSpan? within = null)
    {
        await Eventually.TrueAsync(() => mails.Count >= count, $"{count} mails (there are {mails.Count})", within);
        return Mails;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested) _ = TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server was stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            await using var stream = client.GetStream();
            // Latin 1 keeps every byte as it came, whatever the message's own character set.
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 localhost ESMTP");
            string from = "", command;
            var to = new List<string>();
            while ((command = await reader.ReadLineAsync(stopping.Token) ?? "QUIT") is not null)
            {
                switch (command.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8");
                        break;
                    case "MAIL":
                        from = AddressIn(command);
                        to.Clear();
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "RCPT":
                        to.Add(AddressIn(command));
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 End with a dot");
                        var message = await ReadMessageAsync(reader);
                        if (Interlocked.Decrement(ref refusals) >= 0)
                        {
                            await writer.WriteLineAsync("451 Try again later");
                            break;
                        }

                        mails.Enqueue(new ReceivedMail(from, [.. to], message));
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 Bye");
                        return;
                    case "HELO" or "RSET" or "NOOP":
                        await writer.WriteLineAsync("250 OK");
                        break;
                    default:
                        await writer.WriteLineAsync("502 Not implemented");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client hung up, or the server was stopped.
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line.AsSpan(1) : line).Append("\r\n");
        return message.ToString();
    }

    private static string AddressIn(string command)
    {
        int start = command.IndexOf('<', StringComparison.Ordinal), end = command.IndexOf('>', StringComparison.Ordinal);
        return start >= 0 && end > start ? command[(start + 1)..end] : command;
    }
}

/// <param name="Raw">The message as it was sent; one character per byte.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Raw)
{
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Raw)));
}
