using IdeSluss.Platform.Api;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Web;

/// <summary>The truth for someone whose request met a database that is away: whether what they sent was saved, was not, or may have been.</summary>
internal static class UnsavedAnswers
{
    public static Text Of(HttpContext context, DatabaseFault fault)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return "Vi når inte våra uppgifter just nu. Inget som har lämnats in är borta. Försök igen om en stund.";
        if (WasSurelyNotSaved(context, fault))
            return fault == DatabaseFault.ReadOnly
                ? "Just nu går det bara att läsa. Det du skickade är inte sparat. Försök igen om en stund."
                : "Just nu går det inte att spara något. Det du skickade är inte sparat. Vänta en stund och skicka det igen.";
        if (!CanBeRepeated(context)) return "Något gick sönder just när det du skickade skulle sparas. Vi vet inte om det hann sparas. Vänta en stund, och titta efter innan du skickar det igen.";
        return ApiPath.Is(request)
            ? "Något gick sönder just när det du skickade skulle sparas. Vi vet inte om det hann sparas. Skicka samma sak igen med samma Idempotency-Key: det blir inte dubbelt."
            : "Något gick sönder just när det du skickade skulle sparas. Vi vet inte om det hann sparas. Vänta en stund, gå tillbaka och skicka igen: det blir inte dubbelt.";
    }

    /// <summary>Sending it once more makes nothing twice.</summary>
    public static bool MayBeSentAgain(HttpContext context, DatabaseFault fault) => WasSurelyNotSaved(context, fault) || CanBeRepeated(context);

    private static bool WasSurelyNotSaved(HttpContext context, DatabaseFault fault) => fault != DatabaseFault.InDoubt && !NoteSaves.HasSaved(context);

    private static bool CanBeRepeated(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<SafeToRepeatAttribute>() is not null && (!ApiPath.Is(context.Request) || context.Request.Headers.ContainsKey(Idempotency.Header));
}
