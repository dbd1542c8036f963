using System.Globalization;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Web;

/// <summary>
/// Who gets a kept page and which answers are kept. Only the address without anything after it, since everybody can write what they like there; and not by host, which everybody can write too.
/// </summary>
internal sealed class KeptPagesPolicy(TimeSpan age) : IOutputCachePolicy
{
    public const string Setting = "IdeSluss:KeptPages:Seconds";

    public static KeptPagesPolicy From(IConfiguration configuration) => new(TimeSpan.FromSeconds(configuration.GetValue(Setting, (int)KeptPages.Age.TotalSeconds)));

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var keep = age > TimeSpan.Zero && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue && context.HttpContext.User.Identity?.IsAuthenticated != true;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (keep, keep, keep, true);
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        // Kept as it is sent, so that it is compressed once.
        context.CacheVaryByRules.VaryByValues["encoding"] = context.HttpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        context.ResponseExpirationTimeSpan = age;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
