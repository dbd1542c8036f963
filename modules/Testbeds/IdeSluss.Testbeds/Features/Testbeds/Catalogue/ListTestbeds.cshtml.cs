using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace IdeSluss.Testbeds.Features.Testbeds.Catalogue;

[OutputCache(PolicyName = KeptPages.Policy, Tags = [InventoryUseCases.CataloguePages])]
[OpenToAll("what the municipality can try things in is for everyone")]
internal sealed class ListTestbedsModel(ListTestbeds list, KeptTaxonomy kept, IOrganisation organisation) : IdeSlussPageModel
{
    public const int LongestSearch = 200;

    [BindProperty(SupportsGet = true, Name = "sok")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "prova")]
    public string? Capability { get; set; }

    [BindProperty(SupportsGet = true, Name = "malgrupp")]
    public string? TargetGroup { get; set; }

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "slag")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "tillganglighet")]
    public List<string> Accessibility { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "oppen")]
    public bool OpenToOthers { get; set; }

    [BindProperty(SupportsGet = true, Name = "ledig")]
    public string? FreeFrom { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public TestbedFilter Filter { get; private set; } = new();

    public Page<TestbedLine> Testbeds { get; private set; } = new([], null);

    public Taxonomy Taxonomy { get; private set; } = new([]);

    public bool KnowsWhatIsFree => list.KnowsWhatIsFree;

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<TestbedKind>().Select(kind => new Choice(kind.ToString(), Texts[TestbedWords.Of(kind)]))];

    public IReadOnlyList<Choice> Terms(TermKind kind) => [.. Taxonomy.Offered(kind).Select(term => new Choice(term.Code, Texts.Name(term)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Taxonomy = await kept.GetAsync(cancellationToken);
        Units = await PlaceChoices.OfAsync(organisation, cancellationToken);
        if (Search?.Length > LongestSearch) return ShowProblem(Problem.Invalid(new FieldError("sok", new Text("Sök: högst {0} tecken.", LongestSearch))));
        // A choice that does not exist shows everything: a broken link is no error.
        Filter = new(
            string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Known(TermKind.Capability, Capability), Known(TermKind.TargetGroup, TargetGroup), Units.Any(unit => unit.Value == Unit) ? Unit : null,
            [.. Accessibility.Where(code => Known(TermKind.Accessibility, code) is not null).Distinct()], Enum.TryParse<TestbedKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null, OpenToOthers,
            KnowsWhatIsFree && DateOnly.TryParseExact(FreeFrom, "yyyy-MM-dd", out var day) ? day : null);
        Testbeds = await list.FindAsync(Filter, After, cancellationToken);
        return Page();
    }

    private string? Known(TermKind kind, string? code) => Taxonomy.Find(kind, code)?.Code;
}
