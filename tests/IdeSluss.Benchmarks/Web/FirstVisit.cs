using System.Text.RegularExpressions;

namespace IdeSluss.Benchmarks.Web;

/// <summary>What a browser fetches that has never been here: the page and what its markup names, compressed as they are sent.</summary>
internal static partial class FirstVisit
{
    public static async Task<double> KilobytesAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = server };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var plain = new HttpClient { BaseAddress = server };
        var page = await plain.GetStringAsync(path, cancellationToken);
        var bytes = (await client.GetByteArrayAsync(path, cancellationToken)).LongLength;
        var addresses = Named().Matches(page).Select(match => match.Groups[1].Value).Distinct().ToList();
        foreach (var address in addresses)
        {
            var at = new Uri(server, address);
            if (at.Authority != server.Authority) throw new InvalidOperationException($"{path} asks a third party: {address}");
            bytes += (await client.GetByteArrayAsync(at, cancellationToken)).LongLength;
        }

        return bytes / 1024.0;
    }

    /// <summary>Styles, scripts, pictures and fonts that the page itself names; not links to other pages.</summary>
    [GeneratedRegex("""(?:<link(?=[^>]*rel="(?:stylesheet|preload|icon)")[^>]*href|<script[^>]*src|<img[^>]*src)="([^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();
}
