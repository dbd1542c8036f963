using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Security;

/// <summary>
/// What a refusal looks like: pages lead to log-in or answer 403 at their own address, the API answers 401 or 403 as problem details and never redirects.
/// The body comes from <see cref="ErrorAnswers"/>.
/// </summary>
internal sealed class AuthorizationAnswers : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var loggedIn = context.RequestServices.GetRequiredService<CurrentUser>().IsAuthenticated;
        var undeclared = policy.Requirements.OfType<DeclaredRequirement>().Any();
        if (loggedIn || undeclared)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        if (ApiPath.Is(context.Request) || await schemes.GetDefaultChallengeSchemeAsync() is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            if (ApiPath.Is(context.Request)) context.Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        await context.ChallengeAsync();
    }
}
