using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

internal static class ExportApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/export", async (ExportFormat? format, string? stage, string? track, IdeaStatus? status, Guid? coach, Guid? unit, DateOnly? receivedFrom, DateOnly? receivedTo, bool? contact, ExportIdeas export, CancellationToken ct) =>
                (await export.HandleAsync(new(format ?? ExportFormat.Csv, new(null, stage, track, status, coach, unit), receivedFrom, receivedTo, contact ?? false), ct))
                .ToHttp(file => TypedResults.Stream(stream => file.WriteAsync(stream, ct), ExportFile.MediaType, file.Name)))
            .RequirePermission(IdeasPermissions.SearchCases)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Ta ut ärenden som du får läsa till en fil")
            .WithDescription("CSV, nyast först, med samma kolumner som kan läsas in och dessutom etapp, spår, besked senast, idécoach och följare. Den som läser ärenden i sin helhet får idégivarens ord; den som beslutar får det som idécoachen har skrivit. "
                + "Ärenden som kan vara ett missförhållande finns aldrig med. `format` är Csv (komma, koder, UTC) eller Spreadsheet (semikolon, ord, svensk tid). `contact` tar med namn och kontaktuppgifter, för den som läser ärenden i sin helhet. "
                + "`stage` och `track` är koder, `status` är Active, Waiting, Parked eller Closed, `coach` och `unit` är id, `receivedFrom` och `receivedTo` är dagar. Det antecknas vem som tar ut vad.");
}
