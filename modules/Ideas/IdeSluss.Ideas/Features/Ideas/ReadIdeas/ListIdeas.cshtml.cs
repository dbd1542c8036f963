using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("ideas that a coach has let through are for everyone")]
internal sealed class ListIdeasModel(ListIdeas list, SluiceOrder sluice, IOrganisation organisation) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "steg")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "omrade")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string? Authority { get; set; }

    [BindProperty(SupportsGet = true, Name = "lage")]
    public string? Outcome { get; set; }

    /// <summary>From a number on <c>/slussen</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "etapp")]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public IdeaFilter Filter { get; private set; } = new();

    public Page<IdeaLine> Ideas { get; private set; } = new([], null);

    public Stage? ChosenStage => sluice.Stages.FirstOrDefault(stage => stage.Code == Stage);

    public IReadOnlyList<Choice> Steps => [.. StepListTagHelper.Names.Select((name, index) => new Choice($"{index + 1}", Texts[name])).Skip(1)];

    public IReadOnlyList<Choice> Areas => [.. IdeaAreas.All.Select(area => new Choice(area.Code, Texts[area.Name]))];

    public IReadOnlyList<Choice> Outcomes => [new("pagar", Texts["Pågår"]), new("genomford", Texts["Genomförd"]), new("avslutad", Texts["Avslutad utan att genomföras"])];

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // A filter that does not exist shows everything: a broken link is no error.
        Filter = new(Step is ['1' or '2' or '3' or '4' or '5'] ? Step[0] - '0' : null, IdeaAreas.Exists(Area) ? Area : null, Authority, Outcome, After, ChosenStage?.Code);
        Authorities = [.. (await organisation.AuthoritiesAsync(cancellationToken)).Select(authority => new Choice(authority.Code, authority.Name))];
        if (Authorities.All(authority => authority.Value != Authority)) Filter = Filter with { Authority = null };
        Ideas = await list.FindAsync(Filter, cancellationToken);
    }
}
