using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace IdeSluss.Benchmarks.Measuring;

/// <param name="Milliseconds">Processor time of the whole process for one answer, the asking included.</param>
/// <param name="Bytes">Of the answer, uncompressed.</param>
internal sealed record PageCost(string Address, double Milliseconds, long Bytes, double Target);

/// <summary>
/// What one answer costs in processor time, which says the same on a busy machine as on an idle one. The page is asked for over one connection by a client that reads bytes and understands
/// little, so that nearly all of it is the answering.
/// </summary>
internal static class PageCosts
{
    private const int WarmUp = 1_000;

    public static async Task<IReadOnlyList<PageCost>> MeasureAsync(WebApplication app, IReadOnlyList<(string Address, double Target)> pages, int requests, CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        var costs = new List<PageCost>();
        foreach (var (address, target) in pages)
        {
            await AskAsync(app, address, WarmUp, cancellationToken);
            var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var bytes = await AskAsync(app, address, requests, cancellationToken);
            process.Refresh();
            costs.Add(new(address, (process.TotalProcessorTime - before).TotalMilliseconds / requests, bytes, target));
        }

        await app.StopAsync(cancellationToken);
        return costs;
    }

    /// <returns>Bytes of the last answer.</returns>
    private static async Task<long> AskAsync(WebApplication app, string address, int times, CancellationToken cancellationToken)
    {
        var at = new Uri(app.Urls.First());
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new DnsEndPoint(at.Host, at.Port), cancellationToken);
        var question = Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {at.Authority}\r\nAccept: text/html\r\n\r\n");
        var buffer = new byte[256 * 1024];
        var length = 0;
        for (var time = 0; time < times; time++)
        {
            await socket.SendAsync(question, cancellationToken);
            length = 0;
            // Both ways in which the length of an answer can be told end where these say.
            do length += await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            while (!IsWhole(buffer.AsSpan(0, length)));
            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException($"{address}: {Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 200))}");
        }

        return length;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var told = answer[..end].IndexOf("Content-Length: "u8);
        if (told < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var rest = answer[(told + "Content-Length: ".Length)..end];
        return answer.Length - end - 4 == int.Parse(rest[..(rest.IndexOf("\r\n"u8) is >= 0 and var line ? line : rest.Length)], CultureInfo.InvariantCulture);
    }
}
