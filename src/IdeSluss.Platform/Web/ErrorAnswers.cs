using System.Diagnostics;
using System.Globalization;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Web;

/// <summary>
/// Gives every error a body: problem details for programs, the page <c>/fel/{code}</c> for people, at the address that was asked for. Exceptions become
/// 500 with a trace id and without details. The error page is run as a GET, or the antiforgery check of a failed POST would answer instead of it.
/// </summary>
internal sealed class ErrorAnswers(RequestDelegate next, ReadOnlyMode readOnly, ILogger<ErrorAnswers> log)
{
    /// <summary>Seconds: about what it takes until another server has taken over.</summary>
    private const string RetryAfter = "10";

    private static readonly object SaidKey = new();

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return;
            }

            var fault = DatabaseFaults.Of(error);
            var status = error switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                FileUnavailableException => StatusCodes.Status503ServiceUnavailable,
                _ when fault != DatabaseFault.None => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            };
            context.Response.Clear();
            context.Response.StatusCode = status;
            if (fault != DatabaseFault.None) await AnswerForAsync(context, fault, error);
            else if (status >= 500) log.LogError(error, "Unhandled exception at {Endpoint}", context.GetEndpoint()?.DisplayName);
        }

        if (context.Response.HasStarted || context.Response.StatusCode < 400 || context.Response.ContentType is not null || context.Response.ContentLength is > 0) return;
        // A page that an enhancement script fetched must still be a page; only addresses of programs get problems.
        if (ApiPath.Is(context.Request)) await WriteProblemAsync(context, context.Items[SaidKey] as Text);
        else await ShowPageAsync(context);
    }

    /// <summary>Without the stack: while the database is away every request would write one.</summary>
    private async Task AnswerForAsync(HttpContext context, DatabaseFault fault, Exception error)
    {
        if (fault == DatabaseFault.ReadOnly) await readOnly.NoteAsync(true, context.RequestAborted);
        log.LogError("The database cannot be used at {Endpoint} ({Fault}): {Error}", context.GetEndpoint()?.DisplayName, fault, SafeError.Of(error));
        var said = UnsavedAnswers.Of(context, fault);
        context.Items[SaidKey] = said;
        context.Features.Set(new ShownProblem(context.RequestServices.GetRequiredService<IStringLocalizer>().Say(said)));
        if (await UnsentForms.OfAsync(context, UnsavedAnswers.MayBeSentAgain(context, fault)) is { } form) context.Features.Set(form);
        context.Response.Headers.RetryAfter = RetryAfter;
    }

    public static async Task WriteProblemAsync(HttpContext context, Text? message = null)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer>();
        var status = context.Response.StatusCode;
        var problem = new ProblemDetails { Status = status, Title = texts.Say(message ?? TextFor(status)), Instance = context.Request.Path };
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        await TypedResults.Problem(problem).ExecuteAsync(context);
    }

    public static Text TextFor(int status) => status switch
    {
        400 => "Det som skickades gick inte att läsa. Kontrollera att det är rätt skriven JSON.",
        401 => "Du behöver logga in.",
        403 => "Du har inte behörighet till det här.",
        404 => "Det finns inget här.",
        405 => "Det går inte att göra så på den här adressen.",
        406 => "Svaret finns inte i det format du bad om.",
        408 => "Det tog för lång tid att ta emot det du skickade. Försök igen.",
        413 => "Det du skickade är för stort.",
        415 => "Skicka innehållet som application/json.",
        429 => "Det kom för många anrop på kort tid. Vänta en stund och försök igen.",
        503 => "Tjänsten är inte redo. Försök igen om en stund.",
        >= 500 => "Något gick fel hos oss. Försök igen om en stund.",
        _ => "Det gick inte.",
    };

    private async Task ShowPageAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var request = context.Request;
        var (path, query, method, endpoint, type) = (request.Path, request.QueryString, request.Method, context.GetEndpoint(), request.ContentType);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = path,
            OriginalPathBase = request.PathBase,
            OriginalQueryString = query.HasValue ? query.Value : null,
            Endpoint = endpoint,
            RouteValues = context.Features.Get<Microsoft.AspNetCore.Http.Features.IRouteValuesFeature>()?.RouteValues,
        });
        request.Path = "/fel/" + status.ToString(CultureInfo.InvariantCulture);
        request.QueryString = QueryString.Empty;
        if (!HttpMethods.IsHead(method)) request.Method = HttpMethods.Get;
        // The page must not read the form again: one that cannot be read is often why we are here.
        request.ContentType = null;
        context.SetEndpoint(null);
        context.Features.Set<Microsoft.AspNetCore.Http.Features.IRouteValuesFeature?>(null);
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // The page itself cannot be drawn; the plain one below needs nothing that can fail.
            log.LogError(error, "The error page for {Status} failed", status);
            context.Response.Clear();
        }
        finally
        {
            request.Path = path;
            request.QueryString = query;
            request.Method = method;
            request.ContentType = type;
            context.SetEndpoint(endpoint);
        }

        if (context.Response.HasStarted) return;
        context.Response.StatusCode = status;
        if (context.Response.ContentType is null) await WritePlainPageAsync(context, (context.Items[SaidKey] as Text ?? TextFor(status)).Key);
    }

    /// <summary>Needs nothing that can fail: no layout, no language, no database.</summary>
    public static Task WritePlainPageAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Fel {context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)}</title><h1>{text}</h1><p><a href=\"/\">Till startsidan</a></p></html>");
    }
}
