using System.Net;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Web;

/// <summary>Where the host will listen, told from configuration before anything listens.</summary>
internal static class ListeningAddresses
{
    public const string Default = "http://localhost:5080";

    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        var urls = Split(configuration["urls"]);
        if (urls.Count > 0) return urls;
        IReadOnlyList<string> byPort = [.. Split(configuration["http_ports"]).Select(port => "http://*:" + port), .. Split(configuration["https_ports"]).Select(port => "https://*:" + port)];
        return byPort.Count > 0 ? byPort : [Default];
    }

    /// <summary>Kestrel's own endpoints win over every address above.</summary>
    public static IReadOnlyList<string> KestrelEndpoints(IConfiguration configuration) =>
        [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];

    public static bool IsLoopback(string address)
    {
        if (!Uri.TryCreate(address.Replace("://*", "://any.invalid", StringComparison.Ordinal).Replace("://+", "://any.invalid", StringComparison.Ordinal), UriKind.Absolute, out var uri)) return false;
        return string.Equals(uri.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static List<string> Split(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
