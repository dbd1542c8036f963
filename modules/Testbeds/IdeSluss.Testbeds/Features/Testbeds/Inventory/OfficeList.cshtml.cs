using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Inventory;

[RequirePermission(TestbedsPermissions.Read)]
internal sealed class OfficeListModel(OfficeTestbeds testbeds, CurrentUser me) : IdeSlussPageModel
{
    public static IReadOnlyList<(OfficeView View, string Address, string Label)> Views { get; } =
    [
        (OfficeView.Open, "alla", "Alla"),
        (OfficeView.Unpublished, "opublicerade", "Inte publicerade"),
        (OfficeView.Stale, "gamla", "Behöver ses över"),
        (OfficeView.Archived, "arkiverade", "Arkiverade"),
    ];

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public OfficeView View { get; private set; }

    public Page<OfficeLine> Testbeds { get; private set; } = new([], null);

    public bool CanManage => me.Has(TestbedsPermissions.Manage);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = Views.FirstOrDefault(one => one.Address == Show).View;
        Testbeds = await testbeds.ListAsync(View, After, cancellationToken);
    }
}
