using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

[OpenToAll("what the municipality can lend is for everyone to see; to book needs a log-in")]
internal sealed class EquipmentPageModel(ListEquipment list) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<EquipmentLine> Equipment { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Equipment = await list.PublicAsync(After, cancellationToken);
}
