using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace IdeSluss.Platform.Tests.Faults;

internal enum CutAt
{
    Nowhere,

    /// <summary>The server never hears of it.</summary>
    BeforeCommit,

    /// <summary>The server has kept it, and its answer is lost.</summary>
    AfterCommit,
}

/// <summary>The net between a host and its database: it can be gone, stand still, or break in the middle of a commit.</summary>
internal sealed class DatabaseLink : IAsyncDisposable
{
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private readonly CancellationTokenSource ended = new();
    private readonly int port;
    private UnixDomainSocketEndPoint? database;
    private TcpListener listener;
    private Task accepting;
    private TaskCompletionSource flowing = Flowing();
    private byte[] marked = [];
    private int cut;

    public DatabaseLink()
    {
        listener = Listen(0);
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener);
    }

    /// <returns>The way to the same database over this link; short of patience and of connections, so that faults show soon.</returns>
    public string To(string connectionString)
    {
        var straight = new NpgsqlConnectionStringBuilder(connectionString);
        database = new(Path.Combine(straight.Host!, ".s.PGSQL.5432"));
        return new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = port, MaxPoolSize = 10, Timeout = 2, CommandTimeout = 1, CancellationTimeout = 300 }.ConnectionString;
    }

    /// <summary>Nobody answers there, and whoever was connected is cut off.</summary>
    public void Break()
    {
        listener.Stop();
        foreach (var socket in open.Keys) socket.Close(0);
    }

    public void Mend()
    {
        listener = Listen(port);
        accepting = AcceptAsync(listener);
    }

    public void StandStill() => Interlocked.Exchange(ref flowing, new(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Flow() => flowing.TrySetResult();

    /// <summary>Breaks the next connection that has sent <paramref name="text"/> and then wants to commit.</summary>
    public void CutNext(CutAt at, string text) => (marked, cut) = (Encoding.UTF8.GetBytes(text), (int)at);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        Flow();
        Break();
        await accepting;
        ended.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        return listener;
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true) _ = RelayAsync(await from.AcceptSocketAsync(ended.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The link is broken, or the test is over.
        }
    }

    private async Task RelayAsync(Socket host)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (host)
        {
            var state = new Relayed();
            open[host] = true;
            try
            {
                await server.ConnectAsync(database!, ended.Token);
                await Task.WhenAny(AskAsync(host, server, state), AnswerAsync(server, host, state));
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One end is gone: the other is closed below.
            }

            open.TryRemove(host, out _);
            host.Close(0);
        }
    }

    private async Task AskAsync(Socket host, Socket server, Relayed state)
    {
        var buffer = new byte[64 * 1024];
        while (await host.ReceiveAsync(buffer, ended.Token) is > 0 and var count)
        {
            await flowing.Task;
            var sent = buffer.AsMemory(0, count);
            if (marked.Length > 0 && sent.Span.IndexOf(marked) >= 0) state.IsMarked = true;
            if (state.IsMarked && sent.Span.IndexOf(Commit) >= 0)
            {
                var at = (CutAt)Interlocked.Exchange(ref cut, (int)CutAt.Nowhere);
                if (at == CutAt.BeforeCommit) return;
                state.LosesAnswer = at == CutAt.AfterCommit;
                state.IsMarked = false;
            }

            await server.SendAsync(sent, ended.Token);
        }
    }

    private async Task AnswerAsync(Socket server, Socket host, Relayed state)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReceiveAsync(buffer, ended.Token) is > 0 and var count)
        {
            await flowing.Task;
            if (state.LosesAnswer)
            {
                if (buffer.AsSpan(0, count).IndexOf(Commit) >= 0) return;
                continue;
            }

            await host.SendAsync(buffer.AsMemory(0, count), ended.Token);
        }
    }

    private sealed class Relayed
    {
        public volatile bool IsMarked;
        public volatile bool LosesAnswer;
    }
}
