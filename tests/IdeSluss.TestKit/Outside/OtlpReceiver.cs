using System.Collections.Concurrent;
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
