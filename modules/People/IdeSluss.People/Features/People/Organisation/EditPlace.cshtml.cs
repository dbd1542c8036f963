using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.People.Features.Organisation;

[RequirePermission(PeoplePermissions.ManageOrganisation)]
internal sealed class EditPlaceModel(ListOrganisation list, EditOrganisation edit) : IdeSlussPageModel
{
    [BindProperty]
    public EditPlaceInput Input { get; set; } = new();

    public Place Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, cancellationToken) is not { } place) return NotFound();
        Place = place;
        Input = new() { Name = place.Name, LastDay = place.ValidTo };
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await ShowAsync(id, await edit.RenameAsync(id, new(Input.Name), version, cancellationToken), "namn", cancellationToken);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await ShowAsync(id, await edit.CloseAsync(id, new(Input.LastDay), version, cancellationToken), "avslutad", cancellationToken);

    private async Task<IActionResult> ShowAsync(Guid id, Outcome<int> outcome, string done, CancellationToken cancellationToken)
    {
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect("/admin/organisation?klart=" + done);
        if (await list.FindAsync(id, cancellationToken) is not { } place) return NotFound();
        Place = place;
        Input.Name ??= place.Name;
        return ShowProblem(problem, nameof(Input));
    }
}

internal sealed class EditPlaceInput
{
    public string? Name { get; set; }

    public DateOnly? LastDay { get; set; }
}
