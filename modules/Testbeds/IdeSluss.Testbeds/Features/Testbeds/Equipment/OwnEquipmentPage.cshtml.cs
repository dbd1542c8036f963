using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class OwnEquipmentPageModel(ListEquipment list) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "klart")]
    public string? Done { get; set; }

    public bool Saved => Done == "sparad";

    public Page<EquipmentLine> Equipment { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Equipment = await list.OwnAsync(After, cancellationToken);
}
