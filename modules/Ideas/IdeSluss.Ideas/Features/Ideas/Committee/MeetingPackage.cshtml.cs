using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>
/// The meeting's documents: choose ideas by their place on the agenda, then read or print them. The choice is in the address and kept nowhere, so that the secretary can send the link to those who may read it.
/// </summary>
[RequirePermission(IdeasPermissions.ReadCommittee)]
internal sealed class MeetingPackageModel(CommitteeBasis basis, ReadMeetingPackage read) : IdeSlussPageModel
{
    private const string Place = "plats.";

    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string CommitteeCode { get; set; } = "";

    /// <summary>Case numbers in the order of the agenda.</summary>
    [BindProperty(SupportsGet = true, Name = "arende")]
    public List<string> Numbers { get; set; } = [];

    public CommitteeView View { get; private set; } = null!;

    /// <summary>Null while one chooses.</summary>
    public MeetingPackage? Package { get; private set; }

    public string Query => string.Join('&', Numbers.Select(number => $"case={Uri.EscapeDataString(number)}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await basis.ReadAsync(CommitteeCode, IdeasPermissions.ReadCommittee, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        if (Request.Query.Keys.Any(key => key.StartsWith(Place, StringComparison.Ordinal)) && Chosen() is { Count: > 0 } chosen)
            return Redirect($"/namnd/{view.Code.ToLowerInvariant()}/handlingar?{string.Join('&', chosen.Select(number => $"arende={Uri.EscapeDataString(number)}"))}");
        if (Numbers.Count == 0) return Page();
        if ((await read.HandleAsync(CommitteeCode, Numbers, cancellationToken)).Failed(out problem, out var package)) return ShowProblem(problem);
        Package = package;
        return Page();
    }

    /// <summary>Those with a place, in its order; two with the same place stand in the order of the list.</summary>
    private List<string> Chosen() =>
    [
        .. from key in Request.Query.Keys
           where key.StartsWith(Place, StringComparison.Ordinal)
           let place = int.TryParse(Request.Query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
           where place > 0
           orderby place
           select key[Place.Length..],
    ];
}
