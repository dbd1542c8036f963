using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Search;

[RequirePermission(IdeasPermissions.SearchCases)]
internal sealed class SearchCasesModel(SearchCases search, CaseChoices choices, IOrganisation organisation, IPeopleDirectory people, CurrentUser me) : IdeSlussPageModel
{
    private const string SearchField = "sok";

    [BindProperty(SupportsGet = true, Name = SearchField)]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "etapp")]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "spar")]
    public string? Track { get; set; }

    [BindProperty(SupportsGet = true, Name = "lage")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "coach")]
    public Guid? Coach { get; set; }

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public CaseHits Hits { get; private set; } = new(new([], null), null, false, false);

    /// <summary>Nothing has been asked yet.</summary>
    public bool IsBlank { get; private set; }

    public bool Whole => me.Has(IdeasPermissions.Work);

    public CaseChoices Choices => choices;

    public IReadOnlyList<Choice> Coaches { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Typed is { Length: > 0 } typed && await search.AddressAsync(typed, cancellationToken) is { } address) return Redirect(address);
        Units = await choices.UnitsAsync(cancellationToken);
        Coaches = await CoachesAsync(cancellationToken);
        var asked = new CaseSearch(Typed?.Trim(), Stage, Track, CaseChoices.StatusOf(Status), Coach, Unit, After);
        IsBlank = asked with { After = null } == new CaseSearch(asked.Typed is "" ? "" : null);
        if (IsBlank) return Page();
        if ((await search.FindAsync(asked, SearchField, cancellationToken)).Failed(out var problem, out var hits)) return ShowProblem(problem);
        Hits = hits;
        return Page();
    }

    /// <summary>Those who coach anywhere, the reader first.</summary>
    private async Task<IReadOnlyList<Choice>> CoachesAsync(CancellationToken cancellationToken)
    {
        var coaches = new Dictionary<Guid, string>();
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
            foreach (var person in await people.InRoleAsync(Roles.IdeaCoach, authority.Id, null, cancellationToken)) coaches[person.Id] = person.DisplayName;
        return
        [
            .. coaches.OrderByDescending(coach => coach.Key == me.Id).ThenBy(coach => coach.Value, StringComparer.CurrentCulture)
                .Select(coach => new Choice(coach.Key.ToString(), coach.Key == me.Id ? Texts["{0} (du)", coach.Value] : coach.Value)),
        ];
    }
}
