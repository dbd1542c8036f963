using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Match;

internal sealed record SuggestionAnswer(string Slug, string Name, string Place, int Score, IEnumerable<string> Fits, IEnumerable<string> Lacks);

internal static class MatchApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/suggestions", async (
                string[]? capability, string[]? targetGroup, string[]? need, string[]? accessibility, TestbedKind? kind, int? readiness, int? persons, bool? fromOutside,
                SuggestTestbeds suggest, IStringLocalizer texts, CancellationToken cancellationToken) =>
                TypedResults.Ok((await suggest.HandleAsync(new(capability ?? [], targetGroup ?? [], need ?? [], accessibility ?? [], kind, readiness, persons, fromOutside ?? false), cancellationToken))
                    .Select(one => new SuggestionAnswer(one.Slug, one.Name, one.Place, one.Score, one.Fits.Select(texts.Say), one.Lacks.Select(texts.Say)))))
            .OpenToAll("what the municipality can try things in is for everyone")
            .WithTags("Testbäddar").WithSummary("Föreslå testbäddar för ett behov")
            .WithDescription("Högst 20, bäst först, med skälen. Samma fråga ger alltid samma ordning. Koderna finns i `/terms`, `readiness` är 1 till 9 (se `/readiness-scales`), `fromOutside` är för andra än kommunen.");
        api.MapGet("/readiness-scales", () => TypedResults.Ok(ReadinessScales.All))
            .OpenToAll("scales with our own words")
            .WithTags("Testbäddar").WithSummary("Skalorna för hur mogen en idé är")
            .WithDescription("Sex avseenden med nio nivåer. `beforeTest` och `beforeIntroduction` är vad som är vanligt; de stoppar inget.");
    }
}
