using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IdeSluss.Platform.Api;

/// <summary>What an endpoint's metadata says in code, said in the description: permission, Idempotency-Key, If-Match, and the problems it may answer.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod;
        operation.Parameters ??= [];
        operation.Responses ??= [];
        if (metadata.OfType<IdempotentAttribute>().Any())
            operation.Parameters.Add(HeaderParameter(Idempotency.Header, "Samma nyckel ger samma svar i ett dygn, så att ett anrop kan göras om utan att något skapas två gånger. Högst 200 tecken."));
        if (method is "PUT" or "PATCH" && operation.Parameters.All(parameter => parameter.Name != "If-Match"))
            operation.Parameters.Add(HeaderParameter("If-Match", "ETag från läsningen; 412 om någon annan har ändrat sedan dess."));

        var needsLogin = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
        if (needsLogin)
        {
            operation.Security = [Requirement(ApiDescription.BearerScheme), Requirement(ApiDescription.CookieScheme)];
            if (metadata.OfType<RequirePermissionAttribute>().LastOrDefault() is { } needed)
                operation.Description = string.Join(" ", new[] { operation.Description, $"Kräver behörigheten {needed.Permission}." }.Where(text => !string.IsNullOrEmpty(text)));
        }

        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        IEnumerable<(int Status, string Text)> problems =
        [
            .. needsLogin ? [(401, "Inte inloggad."), (403, "Saknar behörighet.")] : Array.Empty<(int, string)>(),
            .. method is "GET" ? Array.Empty<(int, string)>() : [(400, "Gick inte att läsa."), (415, "Inte application/json."), (422, "Något måste rättas; se errors.")],
            (429, "För många anrop; se Retry-After."),
            (500, "Fel i tjänsten."),
        ];
        foreach (var (status, text) in problems)
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = schema } },
            });

        OpenApiSecurityRequirement Requirement(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
    }

    private static OpenApiParameter HeaderParameter(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
