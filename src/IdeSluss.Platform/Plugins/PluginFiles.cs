using System.Collections.Concurrent;
using System.Security.Cryptography;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace IdeSluss.Platform.Plugins;

/// <summary>Serves <c>{plugin}/wwwroot</c> at <c>/_plugin/{slug}/</c>. With its hash in the address a file can be cached for a year, and a changed one has a new address.</summary>
internal sealed class PluginFiles(PluginReport report) : IPluginFiles
{
    private readonly ConcurrentDictionary<(string Slug, string Path), string?> hashes = new();

    public string AddressOf(string slug, string path)
    {
        var hash = hashes.GetOrAdd((slug, path), file => Hash(file.Slug, file.Path));
        return hash is null ? $"/_plugin/{slug}/{path}" : $"/_plugin/{slug}/{path}?v={hash}";
    }

    public bool Exists(string slug, string path) => hashes.GetOrAdd((slug, path), file => Hash(file.Slug, file.Path)) is not null;

    public void Serve(IApplicationBuilder app)
    {
        foreach (var plugin in report.Active)
        {
            var folder = Path.Combine(plugin.Folder!, "wwwroot");
            if (!Directory.Exists(folder)) continue;
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                RequestPath = "/_plugin/" + plugin.Slug,
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
            });
        }
    }

    private string? Hash(string slug, string path)
    {
        if (report.Active.FirstOrDefault(plugin => plugin.Slug == slug) is not { Folder: { } folder }) return null;
        var root = Path.GetFullPath(Path.Combine(folder, "wwwroot")) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        if (!file.StartsWith(root, StringComparison.Ordinal) || !File.Exists(file)) return null;
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
    }
}
