using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace IdeSluss.Sdk.Security;

/// <summary>This page or endpoint needs a permission; without it one is sent to log in, or gets 403.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(string permission) : AuthorizeAttribute(PolicyPrefix + permission)
{
    public const string PolicyPrefix = "permission:";

    public string Permission { get; } = permission;
}

/// <summary>This page or endpoint needs someone who is logged in, whatever their roles (one's own ideas, one's own account).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireLoginAttribute : AuthorizeAttribute;

/// <summary>This page or endpoint needs no permission, and says why. Everything that declares nothing is denied.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string because) : Attribute, IAllowAnonymous
{
    public string Because { get; } = because;
}

public static class EndpointPermissions
{
    /// <example><code>api.MapPost("/ideas/{number}/decisions", ...).RequirePermission("ideas.sort");</code></example>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequirePermissionAttribute(permission));

    public static TBuilder RequireLogin<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequireLoginAttribute());

    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint, string because) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OpenToAllAttribute(because));
}
