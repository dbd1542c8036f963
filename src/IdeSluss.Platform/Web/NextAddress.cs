using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Web;

/// <summary>
/// The script that shows how much of an upload has been sent must not follow a redirect itself: the page it leads to would be fetched twice, and what it says once be lost. It is told the
/// address instead.
/// </summary>
internal sealed class NextAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.ContainsKey("X-Upload-Progress"))
            context.Response.OnStarting(static state => Tell(((HttpContext)state).Response), context);
        return next(context);
    }

    private static Task Tell(HttpResponse response)
    {
        if (response.StatusCode is not (StatusCodes.Status302Found or StatusCodes.Status303SeeOther)) return Task.CompletedTask;
        response.Headers["X-Next-Address"] = response.Headers.Location;
        response.Headers.Location = default;
        response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }
}
