using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <param name="NoNumber">Why there is no calculation; null when there is one.</param>
internal sealed record BenefitsAnswer(string CaseNumber, BenefitContent Content, Calculation? Calculation, string? NoNumber);

internal static class BenefitsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/benefits", async (string number, ReadBenefits benefits, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await benefits.FindAsync(number, cancellationToken)).ToHttp(view => TypedResults.Ok(new BenefitsAnswer(view.CaseNumber, view.Content, view.Calculation, view.NoNumber is { } why ? texts.Say(why) : null))))
            .RequirePermission(EvaluationPermissions.ReadBenefits).Produces<BenefitsAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("En idés nytta och kostnad")
            .WithDescription("Nyttor, kostnader och effektkedja som underlagen har dem, och kalkylen: kronor värda i dag, år för år, med vad som händer om något blir annorlunda. Går det inte att räkna säger `noNumber` varför, och `calculation` är null. Belopp i kronor.");
        api.MapGet("/cases/{number}/benefits.xlsx", async (string number, ReadBenefits benefits, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await benefits.FindAsync(number, cancellationToken)).ToHttp(view => TypedResults.File(BenefitFiles.Xlsx(BenefitFiles.Tables(view, texts)), BenefitFiles.Spreadsheet, $"nytta-{view.CaseNumber}.xlsx")))
            .RequirePermission(EvaluationPermissions.ReadBenefits).Produces(StatusCodes.Status200OK, contentType: BenefitFiles.Spreadsheet).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("Nytta och kostnad som kalkylblad").WithDescription("Ett blad för nyttor och kostnader, ett för effektkedjan och tre för kalkylen.");
        api.MapGet("/cases/{number}/benefits.csv", async (string number, ReadBenefits benefits, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await benefits.FindAsync(number, cancellationToken)).ToHttp(view => TypedResults.File(BenefitFiles.Csv(BenefitFiles.Tables(view, texts)[0]), "text/csv; charset=utf-8", $"nytta-{view.CaseNumber}.csv")))
            .RequirePermission(EvaluationPermissions.ReadBenefits).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("Nyttor och kostnader som fil").WithDescription("Samma rader som i kalkylbladets första blad, skilda med semikolon.");
        api.MapGet("/cases/{number}/benefits.txt", async (string number, ReadBenefits benefits, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await benefits.FindAsync(number, cancellationToken)).ToHttp(view => TypedResults.Text(CommitteeText.Plain(view, texts), "text/plain; charset=utf-8")))
            .RequirePermission(EvaluationPermissions.ReadBenefits).Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("Nytta och kostnad som text till nämnden").WithDescription("Effektkedja, nyttor, nackdelar, kostnader och kalkyl i löpande text, varje tal med sitt villkor.");
    }
}
