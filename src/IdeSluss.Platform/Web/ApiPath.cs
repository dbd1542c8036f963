using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Web;

/// <summary>Which requests are a program's and get problem details instead of a page.</summary>
internal static class ApiPath
{
    public const string Root = "/api/v1";

    public static bool Is(HttpRequest request) => Is(request.Path);

    public static bool Is(PathString path) =>
        path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
