using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Sdk.Results;

/// <summary>Turns outcomes into API answers: <c>application/problem+json</c> (RFC 9457) with <c>errors</c> as a list of <c>{ field, message }</c>.</summary>
public static class HttpOutcome
{
    /// <example><code>return (await handler.HandleAsync(request, ct)).ToHttp(receipt => TypedResults.Created($"/api/v1/ideas/ideas/{receipt.Number}", receipt));</code></example>
    public static IResult ToHttp<T>(this Outcome<T> outcome, Func<T, IResult> ok) =>
        outcome.Failed(out var problem, out var value) ? new ProblemAnswer(problem) : ok(value);

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Stale => StatusCodes.Status412PreconditionFailed,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown problem kind."),
    };

    private sealed class ProblemAnswer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var texts = httpContext.RequestServices.GetRequiredService<IStringLocalizer>();
            var details = new ProblemDetails
            {
                Status = StatusOf(problem.Kind),
                Title = texts.Say(problem.Message),
                Instance = httpContext.Request.Path,
            };
            if (problem.Errors.Count > 0)
                details.Extensions["errors"] = problem.Errors.Select(error => new ApiError(error.Field, texts.Say(error.Message))).ToList();
            return TypedResults.Problem(details).ExecuteAsync(httpContext);
        }
    }
}

/// <summary>One entry of a problem's <c>errors</c>.</summary>
public sealed record ApiError(string Field, string Message);

public static class TextLocalization
{
    /// <summary>The text in the current interface language; arguments that are texts themselves are said too.</summary>
    public static string Say(this IStringLocalizer texts, Text text) =>
        text.Args.Length == 0
            ? texts[text.Key].Value
            : texts[text.Key, [.. text.Args.Select(argument => argument is Text inner ? texts.Say(inner) : argument)]].Value;
}
