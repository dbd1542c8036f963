using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.Times;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class EquipmentTimesPageModel(KeepTimes times, TimeProvider time) : TimesModel(times, time)
{
    public Guid Equipment { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid equipment, string? klart, CancellationToken cancellationToken)
    {
        Equipment = equipment;
        return ShowAsync(null, equipment, klart, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid equipment, string? gor, Guid? stangning, CancellationToken cancellationToken)
    {
        Equipment = equipment;
        var (problem, prefix) = await ChangeAsync(null, equipment, gor, stangning, cancellationToken);
        return problem is null ? LocalRedirect($"/arbete/testbaddar/utrustning/{equipment}/tider?klart={gor}") : await ShowAgainAsync(null, equipment, problem, prefix, cancellationToken);
    }
}
