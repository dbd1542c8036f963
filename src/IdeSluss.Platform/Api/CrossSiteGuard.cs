using IdeSluss.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Api;

/// <summary>
/// A form on another site can post with the visitor's cookie, but only as form or plain text: JSON and own headers make the browser ask first (CORS), and we
/// answer no. So an API call that changes state and comes with a cookie must be JSON or carry <c>X-IdeSluss: api</c>. Bearer tokens are never sent by a browser by itself.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public const string Header = "X-IdeSluss";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var changes = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
        if (!changes || !ApiPath.Is(request) || context.GetEndpoint() is null || request.Headers.Cookie.Count == 0 || request.Headers.Authorization.Count > 0
            || request.HasJsonContentType() || request.Headers[Header] == "api")
            return next(context);

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return ErrorAnswers.WriteProblemAsync(context, "Skicka innehållet som application/json, eller med huvudet X-IdeSluss: api.");
    }
}
