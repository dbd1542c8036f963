using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Catalogue;

internal static class CatalogueApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/testbeds", async (
                string? search, string? capability, string? targetGroup, string? unit, string[]? accessibility, TestbedKind? kind, bool? openToOthers, DateOnly? freeFrom, string? after,
                ListTestbeds list, CancellationToken cancellationToken) =>
                search?.Length > ListTestbedsModel.LongestSearch
                    ? ((Outcome<Done>)Problem.Invalid(new FieldError("search", new Text("Sök: högst {0} tecken.", ListTestbedsModel.LongestSearch)))).ToHttp(_ => TypedResults.NoContent())
                    : TypedResults.Ok(await list.FindAsync(new(search, capability, targetGroup, unit, accessibility, kind, openToOthers ?? false, freeFrom), after, cancellationToken)))
            .OpenToAll("what the municipality can try things in is for everyone")
            .Produces<Page<TestbedLine>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar")
            .WithSummary("Lista och sök testbäddar")
            .WithDescription("I namnordning. `search` är ord eller delar av ord, `capability`, `targetGroup` och `accessibility` koder (se `/terms`; flera `accessibility` ska alla finnas), `unit` kod på en nämnd eller enhet, `kind` är `Lab`, `Simulated` eller `Live`, `openToOthers` dem som också andra än kommunen får använda. `next` är markören för nästa sida: skicka den som `after`.");
        api.MapGet("/terms", async (TermKind? kind, KeptTaxonomy kept, CancellationToken cancellationToken) =>
            {
                var taxonomy = await kept.GetAsync(cancellationToken);
                return TypedResults.Ok(Enum.GetValues<TermKind>().Where(one => kind is null || one == kind).SelectMany(taxonomy.All)
                    .Select(term => new TermAnswer(term.Kind, term.Code, term.Name, term.English, term.Law, term.Active)));
            })
            .OpenToAll("the words that test beds are described by")
            .WithTags("Testbäddar")
            .WithSummary("Ordlistorna som testbäddar beskrivs med")
            .WithDescription("`active` är false för ord som inte längre går att välja. `law` är koden till en laghänvisning.");
    }
}

internal sealed record TermAnswer(TermKind Kind, string Code, string Name, string? English, string? Law, bool Active);
