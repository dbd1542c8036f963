using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.People.Features.Organisation;

[RequirePermission(PeoplePermissions.ManageOrganisation)]
internal sealed class AddPlaceModel(ListOrganisation list, EditOrganisation edit) : IdeSlussPageModel
{
    [BindProperty]
    public AddPlaceInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await edit.AddAsync(new(Input.Below, Input.Code, Input.Name, Input.ValidFrom), cancellationToken);
            if (!outcome.Failed(out var problem, out _)) return LocalRedirect("/admin/organisation?klart=ny");
            await FillAsync(cancellationToken);
            return ShowProblem(problem, nameof(Input));
        }

        await FillAsync(cancellationToken);
        return ShowErrors();
    }

    private async Task FillAsync(CancellationToken cancellationToken) => Choices = PlaceChoices.Of(await list.HandleAsync(cancellationToken));
}

internal sealed class AddPlaceInput
{
    public Guid? Below { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public DateOnly? ValidFrom { get; set; }
}

internal static class PlaceChoices
{
    /// <summary>Open authorities and units as a list in which one sees what lies below what.</summary>
    public static IReadOnlyList<Choice> Of(IEnumerable<Place> places) =>
        [.. places.Where(place => place.IsOpen).Select(place => new Choice(place.Id.ToString(), new string('\u00a0', place.Depth * 4) + place.Name))];
}
