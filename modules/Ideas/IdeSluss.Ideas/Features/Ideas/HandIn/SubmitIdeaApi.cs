using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <param name="Text">1 till 20 000 tecken. Det enda som måste finnas.</param>
/// <param name="AnswerWay">Code, Email, Telephone, Letter eller Account.</param>
internal sealed record IdeaRequest(
    string? Text, string? Title, string? WhoHasNeed, string? Place, string? Area, bool? WorksHere, string? AnswerWay, string? Name, string? Email, string? Telephone, string? Address);

internal sealed record IdeaAnswer(string CaseNumber, string Code, DateOnly AnswerBy, DateTimeOffset ReceivedAt);

internal static class SubmitIdeaApi
{
    private const int MostKey = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ideas", HandleAsync)
            .OpenToAll("anyone may hand in an idea, also without saying who they are")
            .RequireRateLimiting(RateLimits.Write)
            .WithMetadata(new SafeToRepeatAttribute())
            .Produces<IdeaAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Idéer")
            .WithSummary("Lämna en idé")
            .WithDescription("Svaret har nummer, kod och dagen då besked senast lämnas. Koden visas bara här. Samma Idempotency-Key och samma text ger samma svar igen, utan att det blir en idé till. "
                + "Exempel: `{ \"text\": \"Fler bänkar längs kanalen, så att den som har svårt att gå kan vila.\", \"area\": \"byggd-miljo\" }`");

    private static async Task<IResult> HandleAsync(
        IdeaRequest request, [FromHeader(Name = "Idempotency-Key"), Description("Valfri text, högst 200 tecken.")] string? key, SubmitIdea submit, CurrentUser user, CancellationToken cancellationToken)
    {
        if (key?.Length > MostKey) return Refuse(new FieldError("Idempotency-Key", new Text("Idempotency-Key får vara högst {0} tecken.", MostKey)));
        var way = user.IsAuthenticated ? AnswerWay.Account : AnswerWay.Code;
        if (request.AnswerWay is { Length: > 0 } chosen && (int.TryParse(chosen, out _) || !Enum.TryParse(chosen, ignoreCase: true, out way) || !Enum.IsDefined(way)))
            return Refuse(new FieldError(nameof(IdeaRequest.AnswerWay), "Så får du svar: välj Code, Email, Telephone, Letter eller Account."));
        var submission = new IdeaSubmission
        {
            SubmissionKey = SubmissionKey(request, key, user.Id),
            KeyIsNew = string.IsNullOrEmpty(key),
            Text = request.Text,
            Title = request.Title,
            WhoHasNeed = request.WhoHasNeed,
            Place = request.Place,
            Area = request.Area,
            SubmitterKind = request.WorksHere == true ? SubmitterKind.Employee : SubmitterKind.Resident,
            AnswerWay = way,
            Name = request.Name,
            Email = request.Email,
            Telephone = request.Telephone,
            Address = request.Address,
            Channel = IntakeChannels.Api,
            SubmitterId = user.Id,
        };
        return (await submit.HandleAsync(submission, cancellationToken)).ToHttp(receipt =>
            TypedResults.Created("/api/v1/ideas/by-code", new IdeaAnswer(receipt.CaseNumber, receipt.Code, receipt.AnswerBy, receipt.ReceivedAt)));
    }

    /// <summary>
    /// Without a key each call is an idea of its own. The content is part of the key: callers without a name share one space of keys, and must not get each
    /// other's receipts by choosing the same.
    /// </summary>
    private static string SubmissionKey(IdeaRequest request, string? key, Guid? caller)
    {
        if (string.IsNullOrEmpty(key)) return $"api:{Guid.CreateVersion7():N}";
        var content = string.Join('\0', key, request.Text, request.Title, request.WhoHasNeed, request.Place, request.Area, request.WorksHere, request.AnswerWay, request.Name, request.Email, request.Telephone, request.Address);
        return $"api:{caller?.ToString("N") ?? "anyone"}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
    }

    private static IResult Refuse(FieldError error) => ((Outcome<Done>)Problem.Invalid(error)).ToHttp(_ => TypedResults.NoContent());
}
