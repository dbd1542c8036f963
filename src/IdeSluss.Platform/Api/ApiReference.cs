using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace IdeSluss.Platform.Api;

/// <summary>The description of the API (<c>/openapi/v1.json</c>) and its reading view (<c>/api</c>).</summary>
internal static class ApiReference
{
    private const string Because = "the API is public documentation; each operation declares its own permission";

    public static void AddApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer<ApiDescription>();
        options.AddOperationTransformer<OperationDescription>();
    });

    public static void Map(WebApplication app)
    {
        app.MapOpenApi().OpenToAll(Because);
        app.MapScalarApiReference("/api", (options, context) =>
        {
            options.WithTitle("IdeSluss API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry();
            // They lead to services outside the municipality.
            options.HideDeveloperTools().DisableAgent().DisableMcp().HideClientButton();
            options.Nonce = SecurityHeaders.NonceFor(context);
        }).OpenToAll(Because);
    }
}
