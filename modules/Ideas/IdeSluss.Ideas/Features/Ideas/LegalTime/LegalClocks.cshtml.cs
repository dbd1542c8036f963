using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>Times that the law sets, those that have run out first.</summary>
[RequirePermission(IdeasPermissions.LegalTime)]
internal sealed class LegalClocksModel(ListLegalClocks list, CurrentUser user) : IdeSlussPageModel
{
    public const string EndedAddress = "avslutade";

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    /// <summary>Only one kind, for a yearly account.</summary>
    [BindProperty(SupportsGet = true, Name = "slag")]
    public string? Kind { get; set; }

    public bool Ended => Show == EndedAddress;

    public bool OpensCases => user.Has(IdeasPermissions.Work);

    public Page<LegalClockView> Clocks { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Clocks = await list.HandleAsync(Kind, Ended, After, cancellationToken);
}
