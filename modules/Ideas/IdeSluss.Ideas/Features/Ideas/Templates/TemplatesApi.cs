using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

internal sealed record TemplateLine(string Key, int Version, string Title, string Intro, string? Gate, bool OutsideCase);

internal static class TemplatesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/forms", (FormTemplates templates) =>
                TypedResults.Ok(templates.All().Select(one => new TemplateLine(one.Form.Key, one.Form.Version, one.Form.Title, one.Form.Intro, one.Gate, one.Form.OutsideCase)).ToList()))
            .OpenToAll("an empty form says nothing about anyone")
            .WithTags("Underlag")
            .WithSummary("Lista formulären")
            .WithDescription("De formulär som beslutspunkterna frågar efter, och de som används utan ärende.");
        api.MapGet("/forms/{form}", (string form, FormTemplates templates) =>
                (templates.Find(form) is { } found ? (Outcome<FormDefinition>)found : ReadTemplateModel.NoSuchTemplate).ToHttp(TypedResults.Ok))
            .OpenToAll("an empty form says nothing about anyone")
            .Produces<FormDefinition>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Läs ett tomt formulär")
            .WithDescription("Frågor, villkor, regler, beslutstabeller och vad som hämtas från andra formulär, som data. Texterna är svenska.");
    }
}
