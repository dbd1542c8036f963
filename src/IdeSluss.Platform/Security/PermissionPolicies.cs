using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Security;

/// <summary>A policy per permission, made when asked for; log-in as the default; and no to everything that declares nothing.</summary>
internal sealed class PermissionPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy Login = new AuthorizationPolicyBuilder().AddRequirements(new LoginRequirement()).Build();
    private static readonly AuthorizationPolicy Deny = new AuthorizationPolicyBuilder().AddRequirements(new DeclaredRequirement()).Build();

    public bool AllowsCachingPolicies => true;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Login);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(Deny);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult(policyName.StartsWith(RequirePermissionAttribute.PolicyPrefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(policyName[RequirePermissionAttribute.PolicyPrefix.Length..])).Build()
            : null);
}

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed record LoginRequirement : IAuthorizationRequirement;

/// <summary>Met only where there is nothing to protect: an address that leads nowhere gets its 404, a wrong method 405, a wrong content type 415.</summary>
internal sealed record DeclaredRequirement : IAuthorizationRequirement;

/// <summary>Decides by <see cref="CurrentUser"/>, not by claims: a role that was taken away a second ago is gone now.</summary>
internal sealed class PermissionDecision(CurrentUser user) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var met = requirement switch
            {
                PermissionRequirement permission => user.Has(permission.Permission),
                LoginRequirement => user.IsAuthenticated,
                DeclaredRequirement => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint,
                _ => false,
            };
            if (met) context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
