using System.Globalization;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

internal sealed record SelfCheckAnswer(Guid Id, string CaseNumber, string What, string? How, string Often, string? Who, DateOnly NextOn, IReadOnlyList<SelfCheckResult> Results, int Version);

/// <param name="Day">Null for today.</param>
internal sealed record RecordRequest(bool? Works, string? Note, DateOnly? Day);

internal static class QualityApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/self-checks", async (string? after, SelfChecks checks, CancellationToken cancellationToken) => TypedResults.Ok(await checks.ListAsync(after, cancellationToken)))
            .RequirePermission(EvaluationPermissions.ReadQuality).WithTags("Kvalitet").WithSummary("Egenkontroller").WithDescription("De som ska göras först överst. `next` är `after` för nästa sida.");
        api.MapGet("/self-checks/{id:guid}", async (Guid id, SelfChecks checks, HttpResponse response, CancellationToken cancellationToken) =>
                (await checks.FindAsync(id, cancellationToken)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(new SelfCheckAnswer(view.Id, view.CaseNumber, view.What, view.How, view.Often, view.Who, view.NextOn, view.Results, view.Version));
                }))
            .RequirePermission(EvaluationPermissions.ReadQuality).Produces<SelfCheckAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Kvalitet").WithSummary("Läs en egenkontroll").WithDescription("Med de senaste femtio gångerna den gjordes. ETag är det som If-Match vill ha.");
        api.MapPost("/self-checks/{id:guid}/results", async (Guid id, RecordRequest request, SelfChecks checks, HttpRequest http, CancellationToken cancellationToken) =>
                (await checks.RecordAsync(new(id, request.Works, request.Note, request.Day, http.IfMatchVersion()), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.RecordQuality).Idempotent().Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Kvalitet").WithSummary("Skriv in en gjord egenkontroll").WithDescription("Nästa dag räknas fram. Exempel: `{ \"works\": false, \"note\": \"Två lås glappar. De byts i veckan.\" }`");
        api.MapGet("/quality/{authority}/{year:int}", async (string authority, int year, YearReport reports, CancellationToken cancellationToken) => (await reports.FindAsync(authority, year, cancellationToken)).ToHttp(view => TypedResults.Ok(view)))
            .RequirePermission(EvaluationPermissions.ReadQuality).Produces<YearView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Kvalitet").WithSummary("Kvalitetsberättelse innovation").WithDescription("Ett års förbättringar, risker, egenkontroller, uppföljningar och lärdomar för en nämnd. `authority` är nämndens kod.");
        api.MapGet("/quality/{authority}/{year:int}.pdf", async (string authority, int year, YearReport reports, InstanceInfo instance, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await reports.FindAsync(authority, year, cancellationToken)).ToHttp(view => new PdfAnswer(YearPaper.Of(view, instance, texts, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), $"kvalitetsberattelse-{view.AuthorityCode}-{view.Year}.pdf")))
            .RequirePermission(EvaluationPermissions.ReadQuality).Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Kvalitet").WithSummary("Kvalitetsberättelse innovation som PDF").WithDescription("Samma innehåll, uppmärkt för uppläsning.");
    }
}
