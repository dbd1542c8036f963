using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

internal sealed record ImportErrorAnswer(long Line, string? Column, string Message);

internal sealed record ImportAnswer(
    Guid Id, string FileName, string Source, string State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Refusal, string? Encoding, string? Separator, IReadOnlyList<string> UnknownColumns,
    long Rows, long ToSorting, long Closed, long Already, long Changed, long Wrong, IReadOnlyDictionary<string, long> Hints, IReadOnlyList<ImportErrorAnswer> Errors, long MoreErrors);

internal static class ImportApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/imports/template", () => TypedResults.File(ImportTemplate.Csv(), "text/csv; charset=utf-8", "ideer-mall.csv"))
            .RequirePermission(IdeasPermissions.Import).Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithTags("Läsa in").WithSummary("Mallen för en fil med idéer").WithDescription("CSV med rubriker och två påhittade rader.");
        api.MapGet("/imports", async (ImportRuns runs, IStringLocalizer texts, CancellationToken ct) => TypedResults.Ok((await runs.ListAsync(ct)).Select(run => Answer(run, texts))))
            .RequirePermission(IdeasPermissions.Import)
            .WithTags("Läsa in").WithSummary("Dina senaste inläsningar").WithDescription("De tjugo senaste.");
        api.MapGet("/imports/{id:guid}", async (Guid id, ImportRuns runs, IStringLocalizer texts, CancellationToken ct) => (await runs.ReadAsync(id, ct)).ToHttp(run => TypedResults.Ok(Answer(run, texts))))
            .RequirePermission(IdeasPermissions.Import).Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Läsa in").WithSummary("Hur en inläsning går").WithDescription("`state` är Checked, Confirmed, Done eller Refused. Medan den pågår visar talen hur långt den har kommit.");
        api.MapPost("/imports", async (string? source, bool? strict, bool? notify, string? fileName, HttpRequest request, ImportRuns runs, IStringLocalizer texts, CancellationToken ct) =>
                (await runs.TryAsync(new(request.Body, fileName, source, strict ?? false, notify ?? false), ct)).ToHttp(run => TypedResults.Created($"/api/v1/ideas/imports/{run.Id}", Answer(run, texts))))
            .RequirePermission(IdeasPermissions.Import).WithMetadata(new LargeBody(ImportRuns.MostBytes + 1))
            .Accepts<string>("text/csv").Produces<ImportAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Läsa in").WithSummary("Prova en fil med idéer")
            .WithDescription("Filen skickas som den är i anropet (text/csv), högst 30 MB. Ingenting blir till idéer än: svaret visar hur det skulle gå, rad för rad där något är fel. `source` är vad numren i filen hör till, `strict` läser in allt eller inget, `notify` skickar kvitton. Bekräfta med POST …/confirmation.");
        api.MapPost("/imports/{id:guid}/confirmation", async (Guid id, ImportRuns runs, IStringLocalizer texts, CancellationToken ct) => (await runs.ConfirmAsync(id, ct)).ToHttp(run => TypedResults.Accepted($"/api/v1/ideas/imports/{id}", Answer(run, texts))))
            .RequirePermission(IdeasPermissions.Import).Produces<ImportAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Läsa in").WithSummary("Läs in den provade filen").WithDescription("Det görs i bakgrunden; följ det med GET. Samma fil två gånger ger inget dubbelt.");
    }

    private static ImportAnswer Answer(ImportRunView run, IStringLocalizer texts)
    {
        var result = run.Result;
        return new(
            run.Id, run.FileName, run.Source, run.State.ToString(), run.StartedAt, run.FinishedAt, result.Refusal is { } refusal ? texts.Say(refusal.ToText()) : null, result.Encoding, result.Separator, result.UnknownColumns,
            result.Rows, result.ToSorting, result.Closed, result.Already, result.Changed, result.Wrong, result.Hints.ToDictionary(pair => texts[pair.Key].Value, pair => pair.Value),
            [.. result.Errors.Select(error => new ImportErrorAnswer(error.Line, error.Column, texts.Say(error.Message.ToText())))], result.MoreErrors);
    }

    /// <summary>More than other bodies may be.</summary>
    private sealed class LargeBody(long most) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => most;
    }
}
