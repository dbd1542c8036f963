using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Mail;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Platform.Features.Platform.Outgoing;

[RequirePermission(PlatformPermissions.ManageMail)]
internal sealed class OutgoingModel(MailAdmin mail, MessagingAdmin messaging) : IdeSlussPageModel
{
    // As many as MailAdmin hands out at a time.
    private const int PageSize = 50;
    private const string Gone = "Det var redan löst. Ingenting behövde göras.";

    [TempData]
    public string? Message { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public Guid? After { get; set; }

    public IReadOnlyList<MailLine> Mails { get; private set; } = [];

    public IReadOnlyList<ParkedDelivery> Parked { get; private set; } = [];

    public string? Next { get; private set; }

    public bool WritesFiles => mail.WritesFiles;

    public string FileFolder => mail.FileFolder;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Mails = await mail.NewestAsync(After, cancellationToken);
        Next = Mails.Count == PageSize ? Mails[^1].Id.ToString() : null;
        Parked = await messaging.ParkedAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRetryMailAsync(Guid id, CancellationToken cancellationToken) =>
        Done(await mail.RetryAsync(id, cancellationToken), "Brevet skickas på nytt.");

    public async Task<IActionResult> OnPostRetryDeliveryAsync(long id, CancellationToken cancellationToken) =>
        Done(await messaging.RetryAsync(id, cancellationToken), "Händelsen görs om.");

    public async Task<IActionResult> OnPostSkipDeliveryAsync(long id, CancellationToken cancellationToken) =>
        Done(await messaging.SkipAsync(id, cancellationToken), "Händelsen hoppades över. Det som väntade bakom går vidare.");

    private RedirectResult Done(bool done, string message)
    {
        Message = done ? message : Gone;
        return Redirect("/admin/utskick");
    }
}
