using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Api;

/// <summary>
/// A form on another site can post with the visitor's cookie, but only as form or plain text: JSON and own headers make the browser ask first (CORS), and we
/// answer no. So an API post by someone who is logged in by cookie must be JSON or carry <c>X-IdeSluss: api</c>. A browser always asks before PUT, PATCH and
/// DELETE, and never sends a bearer token by itself.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public const string Header = "X-IdeSluss";

    public Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !ApiPath.Is(request) || !user.IsAuthenticated || request.Headers.Authorization.Count > 0
            || request.HasJsonContentType() || request.Headers[Header] == "api")
            return next(context);

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return ErrorAnswers.WriteProblemAsync(context, "Skicka innehållet som application/json, eller med huvudet X-IdeSluss: api.");
    }
}
