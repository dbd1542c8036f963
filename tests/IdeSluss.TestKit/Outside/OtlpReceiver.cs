using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IdeSluss.TestKit.Outside;

/// <summary>Receives telemetry over OTLP (HTTP, protobuf), as an operator's collector would, and keeps the bytes.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly WebApplication server;

    private OtlpReceiver(WebApplication server) => this.server = server;

    /// <summary>For <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, with protocol <c>http/protobuf</c>.</summary>
    public string Address => server.Urls.First();

    public int Count(string signal) => received.Count(item => item.Path.EndsWith(signal, StringComparison.Ordinal));

    /// <summary>Protobuf keeps texts as plain UTF-8: whatever left the process can be searched for.</summary>
    public bool Contains(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return received.Any(item => item.Body.AsSpan().IndexOf(wanted) >= 0);
    }

    /// <summary>Names of the spans of a trace.</summary>
    public IReadOnlyList<string> SpansOf(ActivityTraceId trace) =>
        [.. Of("traces", 1, 2, 2).Where(span => Is(trace, Protobuf.At(span, 1))).Select(span => Encoding.UTF8.GetString(Protobuf.At(span, 5).Single().Span))];

    /// <summary>Whether a histogram shows the trace as an example of what was measured.</summary>
    public bool IsExampleIn(string histogram, ActivityTraceId trace) =>
        Of("metrics", 1, 2, 2).Where(metric => Encoding.UTF8.GetString(Protobuf.At(metric, 1).Single().Span) == histogram)
            .SelectMany(metric => Protobuf.At(metric, 9, 1, 8)).Any(example => Is(trace, Protobuf.At(example, 5)));

    private IEnumerable<ReadOnlyMemory<byte>> Of(string signal, params int[] path) => received.Where(item => item.Path.EndsWith(signal, StringComparison.Ordinal)).SelectMany(item => Protobuf.At(item.Body, path));

    private static bool Is(ActivityTraceId trace, IReadOnlyList<ReadOnlyMemory<byte>> id) => id is [var bytes] && Convert.ToHexStringLower(bytes.Span) == trace.ToHexString();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            receiver.received.Enqueue((context.Request.Path, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>As much of protobuf as is needed to find a message in a message.</summary>
internal static class Protobuf
{
    /// <summary>What lies below the fields with these numbers, each in the one before.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> At(ReadOnlyMemory<byte> message, params int[] path)
    {
        List<ReadOnlyMemory<byte>> found = [message];
        foreach (var field in path) found = [.. found.SelectMany(one => Fields(one).Where(part => part.Field == field).Select(part => part.Content))];
        return found;
    }

    private static List<(int Field, ReadOnlyMemory<byte> Content)> Fields(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message.Span, ref at);
            var length = (tag & 7) switch { 1 => 8, 5 => 4, 2 => (int)Number(message.Span, ref at), _ => 0 };
            if ((tag & 7) == 0) Number(message.Span, ref at);
            fields.Add(((int)(tag >> 3), message.Slice(at, length)));
            at += length;
        }

        return fields;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            number |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) return number;
        }
    }
}
