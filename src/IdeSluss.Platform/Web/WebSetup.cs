using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using IdeSluss.Platform.Security;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace IdeSluss.Platform.Web;

/// <summary>Services of pages, API and pipeline.</summary>
internal static class WebSetup
{
    private const long LargestRequest = 1024 * 1024;

    /// <summary>The server looks once a second.</summary>
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(2);

    /// <summary>What a telephone at the edge of its net still manages.</summary>
    private const double LeastBytesPerSecond = 500;

    /// <summary>Bytes of kept pages.</summary>
    private const long MostKept = 16 * 1024 * 1024;

    /// <returns>The part manager, to which the host adds the assemblies of modules and accepted plugins by hand.</returns>
    public static ApplicationPartManager AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            // A whole text pasted into a search field is answered in words, not cut off by the server.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            // Who opens connections and says nothing, or a letter at a time, is left.
            var patience = builder.Configuration.GetValue("IdeSluss:Crowding:Patience", TimeSpan.FromSeconds(15));
            if (patience < LeastPatience) patience = LeastPatience;
            kestrel.Limits.RequestHeadersTimeout = patience;
            kestrel.Limits.MinRequestBodyDataRate = new(LeastBytesPerSecond, patience);
            kestrel.Limits.MaxConcurrentConnections = builder.Configuration.GetValue("IdeSluss:Crowding:Connections", 10_000L);
        });
        services.AddSingleton<CrowdLimits>();

        services.AddAuthentication();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationAnswers>();
        services.AddScoped<IAuthorizationHandler, PermissionDecision>();
        services.AddScoped<CurrentUser>();
        services.AddHttpContextAccessor();

        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "idesluss.formular";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
            cookies.HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always;
            cookies.Secure = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(cookie => cookie.Cookie.Name = "idesluss.besked");

        // Without all ranges every å ä ö becomes an entity.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.Converters.Add(new JsonObjects());
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.AddProblemDetails();
        services.AddRateLimits(builder.Configuration);
        services.AddOutputCache(pages =>
        {
            pages.AddPolicy(KeptPages.Policy, KeptPagesPolicy.From(builder.Configuration));
            pages.SizeLimit = MostKept;
        });
        services.AddSingleton<IInterceptor, ForgetKeptPages>();
        services.AddSingleton<IInterceptor, NoteSaves>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(forwarded => TrustProxies(forwarded, builder.Configuration));

        var mvc = services.AddRazorPages(pages => pages.RootDirectory = "/Features");
        services.AddSingleton<ITagHelperFactory, TagFactory>();
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer>((options, texts) => SayBindingErrors(options.ModelBindingMessageProvider, texts));
        return mvc.PartManager;
    }

    /// <summary>Nobody may choose their own address: headers count only from proxies that configuration names (<c>IdeSluss:KnownProxies</c>: addresses or networks).</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in Proxies(configuration))
        {
            if (System.Net.IPNetwork.TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
            else options.KnownProxies.Add(IPAddress.Parse(text));
        }
    }

    public static IReadOnlyList<string> Proxies(IConfiguration configuration) => configuration.GetSection("IdeSluss:KnownProxies").Get<string[]>() ?? [];

    private static void SayBindingErrors(DefaultModelBindingMessageProvider messages, IStringLocalizer texts)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["Värdet {0} går inte att använda här.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Värdet {0} går inte att använda här.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["Värdet {0} går inte att använda här.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Värdet går inte att använda här."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Värdet går inte att använda här."]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Skriv ett tal."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Skriv ett tal."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Fältet är tomt."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Fältet är tomt."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Fältet är tomt."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Innehållet saknas."]);
    }
}
