using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.People.Features.Organisation;

[RequirePermission(PeoplePermissions.ManageOrganisation)]
internal sealed class OrganisationModel(ListOrganisation list) : IdeSlussPageModel
{
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public bool HasClosed { get; private set; }

    public bool ShowClosed { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task OnGetAsync(bool avslutade, string? klart, CancellationToken cancellationToken)
    {
        var all = await list.HandleAsync(cancellationToken);
        HasClosed = all.Any(place => !place.IsOpen);
        ShowClosed = avslutade;
        Places = avslutade ? all : [.. all.Where(place => place.IsOpen)];
        Said = klart switch
        {
            "ny" => "Den är tillagd.",
            "namn" => "Namnet är ändrat.",
            "avslutad" => "Sista dagen är sparad.",
            _ => null,
        };
    }
}
