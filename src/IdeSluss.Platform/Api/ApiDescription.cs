using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IdeSluss.Platform.Api;

/// <summary>What holds for the whole API: its title, ways to log in, and the shape of errors.</summary>
internal sealed class ApiDescription(InstanceInfo instance) : IOpenApiDocumentTransformer
{
    public const string BearerScheme = "bearer";
    public const string CookieScheme = "cookie";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"IdeSluss API – {instance.Municipality.Name}",
            Version = "v1",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
            Description = "Allt som går att göra på sidorna går att göra här. Fel är application/problem+json (RFC 9457) med errors som lista av { field, message }. "
                + "Det man ändrar har ETag: skicka den i If-Match, annars svarar tjänsten 412 när någon annan hunnit före. Skapande anrop tar Idempotency-Key. Listor bläddras med cursor (next).",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "För program." };
        document.Components.SecuritySchemes[CookieScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "idesluss.inloggad",
            Description = $"Den som är inloggad på webbplatsen. Anrop som ändrar något skickas som application/json eller med {CrossSiteGuard.Header}: api.",
        };
        return Task.CompletedTask;
    }
}
