using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Exchange;

internal sealed record ExportedTestbed(string Slug, TestbedRecord Record);

internal static class ExchangeApi
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/open-data/testbaddar.json", async (ExportTestbeds export, CancellationToken cancellationToken) =>
                TypedResults.Ok((await export.OpenDataAsync(cancellationToken)).Select(one => OpenTestbed(one.Slug, one.Record))))
            .OpenToAll("open data")
            .WithTags("Öppna data").WithSummary("Testbäddarna som öppna data, JSON").WithDescription("Bara de som är publicerade och får vara öppna data. Utan kontaktpersoner, försäkringar och sekretess. Rubrikerna är samma som i CSV.");
        api.MapGet("/open-data/testbaddar.csv", async (ExportTestbeds export, CancellationToken cancellationToken) =>
                TypedResults.File(ExportTestbeds.Csv(await export.OpenDataAsync(cancellationToken), everything: false), CsvType, "testbaddar.csv"))
            .OpenToAll("open data").Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithTags("Öppna data").WithSummary("Testbäddarna som öppna data, CSV").WithDescription("UTF-8 med komma. Flera värden i en cell skiljs med |.");
        api.MapGet("/inventory/export.json", async (ExportTestbeds export, CancellationToken cancellationToken) =>
                TypedResults.Ok((await export.OfficeAsync(cancellationToken)).Select(one => new ExportedTestbed(one.Slug, WithoutContact(one.Record)))))
            .RequirePermission(TestbedsPermissions.Read)
            .WithTags("Testbäddar").WithSummary("Hela förteckningen som JSON").WithDescription("Det du får se, utan kontaktpersoner. Samma form går att läsa in igen.");
        api.MapGet("/inventory/export.csv", async (ExportTestbeds export, CancellationToken cancellationToken) =>
                TypedResults.File(ExportTestbeds.Csv(await export.OfficeAsync(cancellationToken), everything: true), CsvType, "testbaddar.csv"))
            .RequirePermission(TestbedsPermissions.Read).Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithTags("Testbäddar").WithSummary("Hela förteckningen som CSV").WithDescription("Det du får se, utan kontaktpersoner. Är den tom är den en mall.");
        api.MapPost("/inventory/import.csv", async (HttpRequest request, ImportTestbeds import, CancellationToken cancellationToken) => (await import.CsvAsync(request.Body, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TestbedsPermissions.Manage).WithMetadata(new LargeBody()).Accepts<string>("text/csv").Produces<ImportedInventory>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Läs in en förteckning, CSV").WithDescription("Filen skickas som den är (text/csv, UTF-8), högst 2 MB och 500 rader. Allt eller inget: är en rad fel ändras ingenting. `slug` pekar ut den som ska ändras; tom ger en ny.");
        api.MapPost("/inventory/import.json", async (List<ImportedTestbed> rows, ImportTestbeds import, CancellationToken cancellationToken) => (await import.SaveAsync(rows, firstLine: 1, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TestbedsPermissions.Manage).WithMetadata(new LargeBody()).Produces<ImportedInventory>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Läs in en förteckning, JSON").WithDescription("En lista av `{ slug, record }`, högst 500. Allt eller inget.");
    }

    private static Dictionary<string, string> OpenTestbed(string slug, TestbedRecord record) =>
        RecordColumn.All.Where(column => column.IsPublic).Select(column => (column.Code, Text: column.Write(record))).Where(item => item.Text.Length > 0).Prepend((ExportTestbeds.SlugColumn, slug)).ToDictionary(item => item.Item1, item => item.Item2);

    private static TestbedRecord WithoutContact(TestbedRecord record)
    {
        record.ContactEmail = null;
        return record;
    }

    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => ImportTestbeds.MostBytes + 1;
    }
}
