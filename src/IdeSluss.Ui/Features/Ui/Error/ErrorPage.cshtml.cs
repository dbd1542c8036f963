using System.Diagnostics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ui.Features.Ui.Error;

/// <summary>What people see instead of an empty error: what happened and the way on, in plain words.</summary>
[OpenToAll("anyone can meet an error")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[IgnoreAntiforgeryToken]
public sealed class ErrorPageModel(CurrentUser me) : IdeSlussPageModel
{
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>What the use case itself said; better than the general words.</summary>
    public string? Said { get; private set; }

    /// <summary>What was sent in vain.</summary>
    public UnsentForm? Form { get; private set; }

    /// <summary>The page that was asked for, when asking again may help.</summary>
    public string? Again { get; private set; }

    public bool IsLoggedIn => me.IsAuthenticated;

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int status)
    {
        Status = status is >= 400 and <= 599 ? status : 404;
        Response.StatusCode = Status;
        Said = HttpContext.Features.Get<ShownProblem>()?.Message;
        Form = HttpContext.Features.Get<UnsentForm>();
        if (Status == 503 && Form is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked) Again = asked.OriginalPath + asked.OriginalQueryString;
        (Heading, Explanation) = Words(Status);
    }

    private static (string Heading, string Explanation) Words(int status) => status switch
    {
        400 => ("Det gick inte att ta emot", "Sidan kan ha varit öppen för länge. Gå tillbaka, ladda om sidan och försök igen. Kopiera gärna din text först."),
        401 => ("Du behöver logga in", "Sidan är till för den som har loggat in."),
        403 => ("Du har inte tillgång till sidan", "Din roll ger inte tillgång hit. Fråga din systemförvaltare om det är fel."),
        404 => ("Sidan finns inte", "Kontrollera adressen eller numret. Idéer syns först när en idécoach har läst dem, och några flyttas till en annan plats."),
        405 => ("Det går inte att göra så här", "Gå till startsidan och börja om därifrån."),
        409 => ("Det går inte just nu", "Något har ändrats sedan du öppnade sidan. Ladda om och försök igen."),
        412 => ("Någon annan hann före", "Någon annan har ändrat sedan du öppnade sidan. Läs det nya och försök igen."),
        413 => ("Det är för stort", "Texten eller filen är för stor. Korta ner den eller dela upp den."),
        429 => ("Det blev för många försök", "Vänta en stund och försök igen."),
        503 => ("Det fungerar inte just nu", "Felet är hos oss. Försök igen om en stund."),
        >= 500 => ("Något gick fel hos oss", "Felet är inte ditt. Det är sparat i vår logg. Försök igen om en stund."),
        _ => ("Det gick inte", "Gå tillbaka och försök igen."),
    };
}
