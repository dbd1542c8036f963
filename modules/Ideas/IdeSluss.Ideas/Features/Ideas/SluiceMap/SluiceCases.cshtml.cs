using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

[RequirePermission(IdeasPermissions.SeeSluice)]
internal sealed class SluiceCasesModel(SluiceCases cases, SluiceOrder order, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "etapp")]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "lage")]
    public string? Promise { get; set; }

    [BindProperty(SupportsGet = true, Name = "tid")]
    public string? Rest { get; set; }

    [BindProperty(SupportsGet = true, Name = "spar")]
    public string? Track { get; set; }

    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string? Authority { get; set; }

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<SluiceCase> Cases { get; private set; } = new([], null);

    /// <summary>What the list is limited to, in words.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public string AddressOf(SluiceCase item) => me.Has(IdeasPermissions.Work) ? $"/arbete/{item.CaseNumber}" : $"/att-besluta/{item.CaseNumber}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var promise = SluiceBands.IndexOf(SluiceBands.Promises, Promise);
        var rest = SluiceBands.IndexOf(SluiceBands.Rests, Rest);
        Cases = await cases.FindAsync(new(new(Authority, Unit, Track), Stage, (PromiseBand?)promise, (RestBand?)rest, After), cancellationToken);
        Chosen =
        [
            .. order.Stages.Where(stage => stage.Code == Stage).Select(stage => Texts[stage.Name].Value),
            .. promise is { } p ? [Texts[SluiceBands.Promises[p].Name].Value] : Array.Empty<string>(),
            .. rest is { } r ? [Texts["{0} i etappen", Texts[SluiceBands.Rests[r].Name].Value].Value] : Array.Empty<string>(),
            .. Track == SluiceFilter.NoTrack ? [Texts["Inget spår än"].Value] : order.Tracks.Where(track => track.Code == Track).Select(track => Texts["Spår {0}", Texts[track.Name].Value].Value),
            .. (await organisation.AuthoritiesAsync(cancellationToken)).Where(authority => authority.Code == Authority).Select(authority => authority.Name),
            .. Unit is { } unit && await organisation.UnitAsync(unit, cancellationToken) is { } named ? [named.Name] : Array.Empty<string>(),
        ];
    }
}
