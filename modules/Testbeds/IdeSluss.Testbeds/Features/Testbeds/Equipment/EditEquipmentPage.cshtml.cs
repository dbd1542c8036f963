using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

/// <summary>Both for a new thing (<c>ny</c>) and one that is there, by id.</summary>
[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class EditEquipmentPageModel(ListEquipment list, SaveResource save, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public ResourceInput Input { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public Guid? Thing { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string resource, CancellationToken cancellationToken)
    {
        if ((await FindAsync(resource, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Input, Version) = found;
        Input.Alone = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string resource, int version, CancellationToken cancellationToken)
    {
        if ((await FindAsync(resource, cancellationToken)).Failed(out var missing, out _)) return ShowProblem(missing);
        (Version, Input.Alone) = (version, true);
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.AloneAsync(Thing, Input, Thing is null ? null : version, cancellationToken)).Failed(out var problem, out _)
            ? ShowProblem(problem, nameof(Input))
            : LocalRedirect("/arbete/testbaddar/utrustning?klart=sparad");
    }

    private async Task<Outcome<(ResourceInput Input, int Version)>> FindAsync(string resource, CancellationToken cancellationToken)
    {
        Places = await PlaceChoices.OfAsync(organisation, cancellationToken, me.Scope(TestbedsPermissions.Manage));
        if (resource == "ny") return (new ResourceInput { Kind = Contracts.ResourceKind.Equipment }, 0);
        Thing = Guid.TryParse(resource, out var id) ? id : null;
        return Thing is { } known ? await list.FindAsync(known, cancellationToken) : SaveResource.NoSuchThing;
    }
}
