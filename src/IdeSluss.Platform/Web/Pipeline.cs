using IdeSluss.Platform.Api;
using IdeSluss.Platform.Localization;
using IdeSluss.Platform.Plugins;
using IdeSluss.Platform.Security;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Web;

/// <summary>The way of a request. The order is the meaning: who asks is known before limits and permissions, and every error on the way gets its answer and its headers.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        // Unknown proxies must not even set the protocol; with none named the headers stay as they came and count for nothing.
        if (WebSetup.Proxies(app.Configuration).Count > 0) app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Crowding>();
        app.UseMiddleware<NextAddress>();
        app.UseResponseCompression();
        app.UseMiddleware<InterfaceLanguage>();
        app.UseMiddleware<ErrorAnswers>();
        app.UseCookiePolicy();
        app.Services.GetRequiredService<PluginFiles>().Serve(app);
        app.UseMiddleware<HeadAsGet>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CurrentUserLoading>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<Idempotency>();
        app.UseOutputCache();
        // Inside what keeps pages, so that they are kept compressed; what is compressed here is left alone by the first. All else is compressed last, since others read the answer on its way.
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null, kept => kept.UseResponseCompression());

        app.MapStaticAssets(StaticAssetsManifest()).ShortCircuit().OpenToAll("styles, scripts and fonts of every page");
        app.MapRazorPages().WithStaticAssets(StaticAssetsManifest());
    }

    /// <summary>Beside the host's assembly, also when a test runs it.</summary>
    private static string? StaticAssetsManifest()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "IdeSluss.Host.staticwebassets.endpoints.json");
        return File.Exists(path) ? path : null;
    }
}
