using System.Text;
using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <param name="Frame">As the form that the frame is written in.</param>
internal sealed record NewProgramme(string? Code, JsonObject? Frame);

internal sealed record MadeRow(Guid Id);

internal sealed record MakeReport(ReportKind? Kind);

/// <param name="Written">Three texts below the funder's headings.</param>
/// <param name="SentOn">The day it was sent; then it cannot be changed any more.</param>
internal sealed record ReportRequest(IReadOnlyList<string?>? Written, DateOnly? SentOn);

internal static class ProgrammesApi
{
    private const string Tag = "Program";

    public static void Map(IEndpointRouteBuilder api)
    {
        MapPlan(api);
        MapMoney(api);
        MapReports(api.MapGroup("/programmes/{code}/reports"));
    }

    private static void MapPlan(IEndpointRouteBuilder api)
    {
        api.MapGet("/programmes", async (ReadProgrammes read, CancellationToken ct) => TypedResults.Ok(await read.ListAsync(ct)))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).WithTags(Tag).WithSummary("Lista program").WithDescription("De senaste först.");
        api.MapGet("/programmes/{code}", async (string code, ReadProgrammes read, HttpResponse response, CancellationToken ct) =>
                (await read.FindAsync(code, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).Produces<ProgrammeView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs ett program").WithDescription("Planen, varje års pengar med beslutet om dem, parternas planerade och redovisade bidrag, och rapporterna. ETag är det som If-Match vill ha.");
        api.MapPost("/programmes", async (NewProgramme input, SaveProgramme save, CancellationToken ct) =>
                (await save.CreateAsync(input.Code, new Answers(input.Frame ?? []), ct)).ToHttp(saved => TypedResults.Created($"/api/v1/evaluation/programmes/{saved.Code}", saved)))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Idempotent().Produces<SavedProgramme>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Börja ett program").WithDescription("`frame` är delen `ram`. Raderna i `ar` ska tillsammans bli `budget`, och vara lika många som programmets år.");
        api.MapPut("/programmes/{code}/parts/{part}", async (string code, string part, JsonObject content, SaveProgramme save, HttpContext http, CancellationToken ct) =>
                (await save.UpdateAsync(code, part, new Answers(content), http.Request.IfMatchVersion(), ct)).ToHttp(saved =>
                {
                    http.Response.SetVersionTag(saved.Version);
                    return TypedResults.Ok(saved);
                }))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Produces<SavedProgramme>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skriv en del av ett program").WithDescription("`part` är `ram`, `arbete`, `effekter` eller `parter`.");
    }

    private static void MapMoney(IEndpointRouteBuilder api)
    {
        api.MapGet("/programmes/{code}/entries", async (string code, string? after, ReadProgrammes read, CancellationToken ct) => (await read.EntriesAsync(code, after, ct)).ToHttp(page => TypedResults.Ok(page)))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).Produces<Page<EntryLine>>().ProducesProblem(StatusCodes.Status404NotFound).WithTags(Tag).WithSummary("Lista kostnader och bidrag").WithDescription("Det senast inskrivna först, strukna rader också. `next` är `after` för nästa sida.");
        api.MapPost("/programmes/{code}/entries", async (string code, EntryRequest request, RecordMoney money, CancellationToken ct) => (await money.EnterAsync(code, request, ct)).ToHttp(id => TypedResults.Created((string?)null, new MadeRow(id))))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Idempotent().Makes("Skriv in en kostnad eller ett bidrag", "Kostnader år 2 och senare kräver ett beslut om förnyelse: annars 409. Exempel: `{ \"kind\": \"Spending\", \"day\": \"2026-03-02\", \"what\": \"Utbildningsdag\", \"amount\": \"42000\" }`");
        api.MapDelete("/programmes/{code}/entries/{id:guid}", async (string code, Guid id, RecordMoney money, CancellationToken ct) => (await money.StrikeAsync(code, id, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags(Tag).WithSummary("Stryk en rad").WithDescription("Den räknas inte längre men står kvar.");
        api.MapPost("/programmes/{code}/renewals", async (string code, RenewalRequest request, RecordMoney money, CancellationToken ct) => (await money.RenewAsync(code, request, ct)).ToHttp(id => TypedResults.Created((string?)null, new MadeRow(id))))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Idempotent().Makes("Skriv in ett beslut om förnyelse", "Vad som beslutades, när, av vem och §. Det senaste för ett år gäller. Exempel: `{ \"year\": 2, \"granted\": true, \"amount\": \"2690850\", \"decidedOn\": \"2025-11-18\", \"decidedBy\": \"Kommunstyrelsen\", \"paragraph\": \"§ 214\" }`");
    }

    private static void MapReports(RouteGroupBuilder api)
    {
        api.MapPost("", async (string code, MakeReport request, ProgrammeReports reports, CancellationToken ct) => (await reports.MakeAsync(code, request.Kind, ct)).ToHttp(id => TypedResults.Created($"/api/v1/evaluation/programmes/{code}/reports/{id}", new MadeRow(id))))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Idempotent().Makes("Gör en rapport", "Ett förslag ur planen, att skriva vidare på. `kind` är `Status` eller `Final`.");
        api.MapGet("/{id:guid}", async (string code, Guid id, ProgrammeReports reports, HttpResponse response, CancellationToken ct) =>
                (await reports.FindAsync(code, id, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).Produces<ReportView>().ProducesProblem(StatusCodes.Status404NotFound).WithTags(Tag).WithSummary("Läs en rapport").WithDescription("Tre texter under finansiärens rubriker. ETag är det som If-Match vill ha.");
        api.MapPut("/{id:guid}", async (string code, Guid id, ReportRequest request, ProgrammeReports reports, HttpRequest http, CancellationToken ct) =>
                (await reports.SaveAsync(code, id, request.Written, request.SentOn, http.IfMatchVersion(), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageProgrammes).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithTags(Tag).WithSummary("Skriv en rapport").WithDescription("Högst 1 500 tecken i varje text. Med `sentOn` är den skickad och kan inte ändras.");
        api.MapGet("/{id:guid}/pdf", async (string code, Guid id, ProgrammeReports reports, CancellationToken ct) => (await reports.FindAsync(code, id, ct)).ToHttp(view => new PdfAnswer(reports.Paper(view), $"{view.Programme}-{view.Kind.ToString().ToLowerInvariant()}.pdf")))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(StatusCodes.Status404NotFound).WithTags(Tag).WithSummary("En rapport som PDF").WithDescription("Går att läsa med skärmläsare.");
        api.MapGet("/{id:guid}/text", async (string code, Guid id, ProgrammeReports reports, CancellationToken ct) => (await reports.FindAsync(code, id, ct)).ToHttp(view => TypedResults.Text(ProgrammeReports.Plain(view), "text/plain; charset=utf-8", Encoding.UTF8)))
            .RequirePermission(EvaluationPermissions.ReadProgrammes).Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status404NotFound).WithTags(Tag).WithSummary("En rapport som text").WithDescription("Att klistra in i finansiärens formulär.");
    }

    private static void Makes(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.Produces<MadeRow>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary(summary).WithDescription(description);
}
