using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class InvitePageModel(InviteToInventory invite, OfficeTestbeds testbeds, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public IReadOnlyList<InvitationLine> Invitations { get; private set; } = [];

    public Page<OfficeLine> Stale { get; private set; } = new([], null);

    public bool Said { get; private set; }

    public static string Of(InvitationState state) => state switch
    {
        InvitationState.Waiting => "Väntar på svar",
        InvitationState.Answered => "Besvarad",
        _ => "Inget svar i tid",
    };

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart is not null;
        await FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await invite.InviteAsync(new(Input.Unit, Input.Email), cancellationToken);
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect("/arbete/testbaddar/inventering?klart=fraga");
        await FillAsync(cancellationToken);
        return ShowProblem(problem, nameof(Input));
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Places = await PlaceChoices.OfAsync(organisation, cancellationToken, me.Scope(TestbedsPermissions.Manage));
        Stale = await testbeds.ListAsync(OfficeView.Stale, null, cancellationToken);
        Invitations = await invite.ListAsync(cancellationToken);
    }
}

internal sealed class InviteInput
{
    public string? Unit { get; set; }

    public string? Email { get; set; }
}
