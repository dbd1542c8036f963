using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IdeSluss.Platform.Tests.Hosting;
using Xunit;

namespace IdeSluss.Platform.Tests.Faults;

/// <summary>Against a replica that is a process of its own, so that its memory can be told.</summary>
[Collection(nameof(Replicas))]
public sealed class CrowdTests(TwoReplicas replicas)
{
    private const long Megabyte = 1024 * 1024;
    private const int People = 10_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_at_once_are_all_answered_within_bounded_memory_and_the_next_one_as_ever()
    {
        await WellAsync();
        var people = new Socket[People];
        await InWavesAsync(people.Length, async index => people[index] = await ConnectAsync());
        var question = Encoding.ASCII.GetBytes($"GET /ideer HTTP/1.1\r\nHost: {replicas.First.Address.Authority}\r\nConnection: close\r\n\r\n");
        await InWavesAsync(people.Length, async index => await people[index].SendAsync(question, Token));
        var answers = new int[People];
        await InWavesAsync(people.Length, async index => answers[index] = await StatusAsync(people[index]));
        foreach (var person in people) person.Dispose();

        Assert.All(answers, status => Assert.Contains(status, new[] { 200, 503 }));
        Assert.Contains(200, answers);
        Assert.Contains(503, answers);
        Assert.InRange(replicas.First.MemoryInUse(), 0, 500 * Megabyte);
        await WellAsync();
    }

    [Fact]
    public async Task Who_connects_and_says_next_to_nothing_is_left_and_a_gigabyte_is_refused_before_it_has_come_in()
    {
        await WellAsync();
        var before = replicas.First.MemoryInUse();
        var slow = Enumerable.Range(0, 200).Select(index => DripAsync(index % 2 == 0 ? "GET /ideer HTTP/1.1\r\nHost: localhost\r\nX-" : "POST /api/v1/ideas/ideas HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n")).ToList();
        var told = FloodAsync("Content-Length: 1073741824\r\n", "");
        var untold = FloodAsync("Transfer-Encoding: chunked\r\n", "10000\r\n");
        await WellAsync();
        foreach (var (status, sent) in await Task.WhenAll(told, untold))
        {
            Assert.Equal(413, status);
            Assert.InRange(sent, 0, 64 * Megabyte);
        }

        await Task.WhenAll(slow).WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.InRange(replicas.First.MemoryInUse(), 0, before + (100 * Megabyte));
        await WellAsync();
    }

    private async Task WellAsync()
    {
        using var visitor = replicas.First.Visitor();
        Assert.Equal(200, (await visitor.GetAsync("/ideer")).StatusCode);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, replicas.First.Address.Port, Token);
        return socket;
    }

    private static Task InWavesAsync(int count, Func<int, ValueTask> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 400, CancellationToken = Token }, (index, _) => work(index));

    private static async Task<int> StatusAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var length = 0;
        try
        {
            while (length < 12 && await socket.ReceiveAsync(buffer.AsMemory(length), Token) is > 0 and var more) length += more;
        }
        catch (SocketException)
        {
            // Cut off without a word.
        }

        return length >= 12 ? int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Sends a letter now and then until it is cut off or told off.</summary>
    private async Task DripAsync(string beginning)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(beginning), Token);
        var answered = StatusAsync(socket);
        try
        {
            while (!answered.IsCompleted)
            {
                await socket.SendAsync("a"u8.ToArray(), Token);
                await Task.WhenAny(answered, Task.Delay(500, Token));
            }

            await answered;
        }
        catch (SocketException)
        {
            // Cut off: what was wanted.
        }
    }

    /// <returns>The answer, and how many bytes went before it.</returns>
    private async Task<(int Status, long Sent)> FloodAsync(string header, string before)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /api/v1/ideas/ideas HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{header}\r\n"), Token);
        var answered = StatusAsync(socket);
        byte[] piece = [.. Encoding.ASCII.GetBytes(before), .. Encoding.ASCII.GetBytes(new string(' ', 0x10000)), .. before.Length > 0 ? "\r\n"u8 : []];
        var sent = 0L;
        try
        {
            for (; !answered.IsCompleted && sent < 1024 * Megabyte; sent += piece.Length) await socket.SendAsync(piece, Token);
        }
        catch (SocketException)
        {
            // The answer has been given, and the rest is not taken.
        }

        return (await answered, sent);
    }
}
