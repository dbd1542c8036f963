using System.Security.Claims;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Security;

/// <summary>Fills <see cref="CurrentUser"/> between authentication and authorization. An ended session goes on as anonymous with its cookie cleared.</summary>
internal sealed class CurrentUserLoading(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentUser user, IAuthenticationSchemeProvider schemes)
    {
        // An error page is drawn with what the first run found; asking a failing database again would hide the error.
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isErrorPage && context.User.Identity?.IsAuthenticated == true && !await LoadAsync(context, user))
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            if (await schemes.GetDefaultSignOutSchemeAsync() is not null) await context.SignOutAsync();
        }

        if (user.IsAuthenticated)
            context.Response.OnStarting(static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-store";
                return Task.CompletedTask;
            }, context);

        await next(context);
    }

    private static async Task<bool> LoadAsync(HttpContext context, CurrentUser user)
    {
        // Asked for only here: an anonymous request should not pay for a loader and its database context.
        foreach (var loader in context.RequestServices.GetServices<ICurrentUserLoader>())
            if (await loader.LoadAsync(context.User, user, context.RequestAborted)) return true;
        return false;
    }
}
