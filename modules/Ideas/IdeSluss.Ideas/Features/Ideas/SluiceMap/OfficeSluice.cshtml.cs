using System.Globalization;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

[RequirePermission(IdeasPermissions.SeeSluice)]
internal sealed class OfficeSluiceModel(OfficeSluice sluice, SluiceOrder order, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string? Authority { get; set; }

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "spar")]
    public string? Track { get; set; }

    public OfficeSluiceView Sluice { get; private set; } = null!;

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Tracks => [.. order.Tracks.Select(track => new Choice(track.Code, Texts[track.Name])), new(SluiceFilter.NoTrack, Texts["Inget spår än"])];

    public IReadOnlyList<SluiceMapKind> Kinds => [.. SluiceBands.Promises.Select(band => band.Kind(Texts))];

    public IReadOnlyList<SluiceMapStage> Chambers =>
        [.. Sluice.Stages.Select(stage => new SluiceMapStage(Texts[stage.Name], stage.Promises, stage.Count.ToString(CultureInfo.InvariantCulture)))];

    public int Total => Sluice.Stages.Sum(stage => stage.Count);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = me.Scope(IdeasPermissions.SeeSluice);
        var authorities = await organisation.AuthoritiesAsync(cancellationToken);
        var units = (await organisation.UnitsAsync(cancellationToken)).Where(unit => scope.Covers(unit.AuthorityId, unit.Id)).ToList();
        Authorities = [.. authorities.Where(authority => scope.Covers(authority.Id, null) || units.Exists(unit => unit.AuthorityId == authority.Id)).Select(authority => new Choice(authority.Code, authority.Name))];
        // A choice that does not exist, or is not one's own, shows everything of one's own: a broken link is no error.
        if (Authorities.All(authority => authority.Value != Authority)) Authority = null;
        var chosen = authorities.FirstOrDefault(authority => authority.Code == Authority)?.Id;
        Units = [.. units.Where(unit => chosen is null || unit.AuthorityId == chosen).Select(unit => new Choice(unit.Id.ToString(), unit.Name))];
        if (Units.All(unit => unit.Value != Unit?.ToString())) Unit = null;
        if (Tracks.All(track => track.Value != Track)) Track = null;
        Sluice = await sluice.HandleAsync(new(Authority, Unit, Track), cancellationToken);
    }

    /// <summary>The list behind a number, with the choices of the page.</summary>
    public string ListOf(string? stage, params (string Name, string Value)[] also)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }

        Add("etapp", stage);
        Add("namnd", Authority);
        Add("enhet", Unit?.ToString());
        if (also.All(one => one.Name != "spar")) Add("spar", Track);
        foreach (var (name, value) in also) Add(name, value);
        return "/arbete/slussen/arenden" + query.ToQueryString();
    }
}
