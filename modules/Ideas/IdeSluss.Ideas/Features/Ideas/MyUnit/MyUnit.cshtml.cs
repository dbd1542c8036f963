using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.MyUnit;

/// <summary>What a manager sees to this week. Other modules add what they know of the unit's people through <see cref="IdeaSlots.MyUnit"/>.</summary>
[RequirePermission(IdeasPermissions.SeeOwnUnit)]
internal sealed class MyUnitModel(ReadMyUnit read, CurrentUser me) : IdeSlussPageModel
{
    public MyUnitView View { get; private set; } = null!;

    public MyUnitSlot Slot { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await read.HandleAsync(cancellationToken);
        var scope = me.Scope(IdeasPermissions.SeeOwnUnit);
        Slot = new(scope.Everything, [.. scope.Authorities], [.. scope.Units]);
    }
}
