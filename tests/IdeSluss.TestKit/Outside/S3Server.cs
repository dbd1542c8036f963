using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IdeSluss.TestKit.Outside;

/// <summary>The few calls of S3 that the file store makes, over HTTP: put, get with ranges, delete, list. What it refuses, most stores refuse.</summary>
public sealed class S3Server : IAsyncDisposable
{
    private const string Bucket = "filer";
    private readonly WebApplication app;

    private S3Server(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Answers every call with this status when set: a store in trouble.</summary>
    public HttpStatusCode? Trouble { get; set; }

    public Uri Address => new(app.Urls.First());

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var parts = request.Path.Value!.Trim('/').Split('/', 2);
        var refused = !request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=key/", StringComparison.Ordinal);
        if (Trouble is { } trouble || parts[0] != Bucket || refused)
        {
            response.StatusCode = (int)(Trouble ?? (refused ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound));
            await response.WriteAsync($"<Error><Code>{(Trouble is null ? refused ? "AccessDenied" : "NoSuchBucket" : "InternalError")}</Code></Error>");
            return;
        }

        var key = parts.Length > 1 ? parts[1] : "";
        switch (request.Method)
        {
            case "PUT":
                using (var body = new MemoryStream())
                {
                    await request.Body.CopyToAsync(body);
                    Objects[key] = body.ToArray();
                }

                response.Headers.ETag = "\"0\"";
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" when key.Length == 0:
                response.ContentType = "application/xml";
                await response.WriteAsync($"<ListBucketResult><Name>{Bucket}</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>");
                break;
            case "GET" when Objects.TryGetValue(key, out var found):
                await Results.Bytes(found, "application/octet-stream", enableRangeProcessing: true).ExecuteAsync(context);
                break;
            default:
                response.StatusCode = StatusCodes.Status404NotFound;
                await response.WriteAsync("<Error><Code>NoSuchKey</Code></Error>");
                break;
        }
    }
}
