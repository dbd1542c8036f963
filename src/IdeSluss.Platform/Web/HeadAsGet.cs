using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Web;

/// <summary>HEAD works wherever GET does: pages and files know it themselves, API routes do not. The server leaves out the body by the method it parsed.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !(ApiPath.Is(context.Request) || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
