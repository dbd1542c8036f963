using System.Text.Json.Nodes;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

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
        api.MapGet("/forms/{form}/pdf", (string form, FormTemplates templates, IFormRegistry forms, IStringLocalizer texts, InstanceInfo instance) =>
                (templates.Find(form) is { } found ? (Outcome<FormDefinition>)found : ReadTemplateModel.NoSuchTemplate)
                .ToHttp(one => new PdfAnswer(TemplatePaper.Empty(one, new FormFacts(forms, []), texts, instance), $"{one.Key}.pdf")))
            .OpenToAll("an empty form says nothing about anyone")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Hämta ett tomt formulär som PDF")
            .WithDescription("Att skriva i för hand. Uppmärkt för uppläsning.");
        api.MapGet("/forms/{form}/example", (string form, TemplateExamples examples, IStringLocalizer texts) =>
                Found(examples, form).ToHttp(one => TypedResults.Ok(FormAnswersView.Of(one.Evaluation, one.Facts, null, texts))))
            .OpenToAll("the example is invented")
            .Produces<FormAnswersView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Läs ett ifyllt exempel")
            .WithDescription("Påhittade svar, samma idé genom hela kedjan. 404 för ett formulär som saknar exempel.");
        api.MapGet("/forms/{form}/example/pdf", (string form, TemplateExamples examples, IStringLocalizer texts, InstanceInfo instance) =>
                Found(examples, form).ToHttp(one => new PdfAnswer(TemplatePaper.Example(one, texts, instance), $"{form}.pdf")))
            .OpenToAll("the example is invented")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Hämta ett ifyllt exempel som PDF")
            .WithDescription("Samma exempel som på sidan, uppmärkt för uppläsning.");
        api.MapPost("/forms/{form}/pdf", (string form, JsonObject answers, FormTemplates templates, IFormRegistry forms, IStringLocalizer texts, InstanceInfo instance) =>
                Evaluated(form, answers, templates, forms).ToHttp(one => new PdfAnswer(TemplatePaper.Filled(one.Evaluation, one.Facts, texts, instance), $"{form}.pdf")))
            .OpenToAll("what is sent is answered with and forgotten")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Underlag")
            .WithSummary("Gör en PDF av svar utan ärende")
            .WithDescription("Svaren i samma form som `PUT …/evidence/{form}`. Inget sparas. Luckor är tillåtna; en fråga som formuläret inte har ger 422 med frågans namn.");
        api.MapGet("/forms/{form}/cases", async (string form, FormTemplates templates, UseTemplate use, CancellationToken ct) =>
                templates.Find(form) is null ? ((Outcome<IReadOnlyList<TemplateCase>>)ReadTemplateModel.NoSuchTemplate).ToHttp(TypedResults.Ok) : TypedResults.Ok(await use.CasesAsync(form, ct)))
            .RequirePermission(IdeasPermissions.Evidence)
            .Produces<IReadOnlyList<TemplateCase>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Lista ärenden som behöver ett formulär")
            .WithDescription("Öppna ärenden i ens verksamhet där formuläret behövs och inget är ifyllt, högst 100, närmast svarsdag först. Använd mallen med `PUT …/ideas/{number}/evidence/{form}`.");
    }

    private static Outcome<TemplateExample> Found(TemplateExamples examples, string form) => examples.Of(form) is { } example ? example : ReadExampleModel.NoExample;

    private static Outcome<TemplateExample> Evaluated(string key, JsonObject answers, FormTemplates templates, IFormRegistry forms)
    {
        if (templates.Find(key) is not { } form) return ReadTemplateModel.NoSuchTemplate;
        var facts = new FormFacts(forms, []);
        var evaluation = FormEvaluator.Evaluate(form, new(answers), facts);
        var errors = evaluation.Errors(complete: false);
        return errors.Count > 0 ? Problem.Invalid([.. errors]) : new TemplateExample(evaluation, facts, "");
    }
}
