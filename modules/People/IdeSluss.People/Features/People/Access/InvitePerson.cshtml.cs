using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.People.Features.Access;

[RequirePermission(PeoplePermissions.ManageAccess)]
internal sealed class InvitePersonModel(InvitePerson invite) : IdeSlussPageModel
{
    [BindProperty]
    public InvitePersonInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await invite.HandleAsync(new(Input.Email, Input.Name, Input.Title), cancellationToken);
        return outcome.Failed(out var problem, out var id) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/admin/behorigheter/{id}?klart=inbjuden");
    }
}

internal sealed class InvitePersonInput
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Title { get; set; }
}
