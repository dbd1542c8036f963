using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("ideas that a coach has let through are for everyone")]
[OutputCache(PolicyName = KeptPages.Policy, Tags = [IdeaPages.Kept])]
internal sealed class ListIdeasModel(ListIdeas list, SearchIdeas search, SluiceOrder sluice, IOrganisation organisation) : IdeSlussPageModel
{
    private const string SearchField = "sok";

    [BindProperty(SupportsGet = true, Name = SearchField)]
    public string? Search { get; set; }

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

    /// <summary>Null without a search.</summary>
    public IdeaHits? Hits { get; private set; }

    /// <summary>A follow code was typed where everyone's ideas are searched.</summary>
    public bool IsFollowCode { get; private set; }

    /// <summary>The same choices without the words.</summary>
    public string WithoutSearch => "/ideer" + QueryString.Create(Request.Query.Where(pair => pair.Key is not (SearchField or "efter")).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())));

    public Stage? ChosenStage => sluice.Stages.FirstOrDefault(stage => stage.Code == Stage);

    public IReadOnlyList<Choice> Steps => [.. StepListTagHelper.Names.Select((name, index) => new Choice($"{index + 1}", Texts[name])).Skip(1)];

    public IReadOnlyList<Choice> Areas => [.. IdeaAreas.All.Select(area => new Choice(area.Code, Texts[area.Name]))];

    public IReadOnlyList<Choice> Outcomes => [new("pagar", Texts["Pågår"]), new("genomford", Texts["Genomförd"]), new("avslutad", Texts["Avslutad utan att genomföras"])];

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // A filter that does not exist shows everything: a broken link is no error.
        Filter = new(Step is ['1' or '2' or '3' or '4' or '5'] ? Step[0] - '0' : null, IdeaAreas.Exists(Area) ? Area : null, Authority, Outcome, After, ChosenStage?.Code, Search?.Trim());
        Authorities = [.. (await organisation.AuthoritiesAsync(cancellationToken)).Select(authority => new Choice(authority.Code, authority.Name))];
        if (Authorities.All(authority => authority.Value != Authority)) Filter = Filter with { Authority = null };
        if (Filter.Searches) return await SearchAsync(Filter.Search!, cancellationToken);
        Ideas = await list.FindAsync(Filter, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> SearchAsync(string typed, CancellationToken cancellationToken)
    {
        IsFollowCode = FollowCodes.LooksLikeCode(typed);
        if (IsFollowCode) return Page();
        if (await search.NumberAsync(typed, cancellationToken) is { } number) return Redirect($"/ideer/{number}");
        if ((await search.FindAsync(Filter, SearchField, cancellationToken)).Failed(out var problem, out var hits)) return ShowProblem(problem);
        Hits = hits;
        Ideas = hits.Page;
        return Page();
    }
}
