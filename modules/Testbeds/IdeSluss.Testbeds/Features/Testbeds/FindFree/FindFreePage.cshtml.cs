using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

[OpenToAll("what the municipality can lend is for everyone to see; to book needs a log-in")]
internal sealed class FindFreePageModel(FindFree find, KeptTaxonomy kept, CurrentUser me, TimeProvider time) : IdeSlussPageModel
{
    private Taxonomy taxonomy = new([]);

    [BindProperty(SupportsGet = true, Name = "prova")]
    public string? Capability { get; set; }

    [BindProperty(SupportsGet = true, Name = "malgrupp")]
    public string? TargetGroup { get; set; }

    [BindProperty(SupportsGet = true, Name = "tillganglighet")]
    public List<string> Accessibility { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "vad")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "testbadd")]
    public string? Testbed { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public PeriodInput Typed { get; private set; } = new(null);

    /// <summary>Null until a time has been asked for.</summary>
    public BookingPeriod? Period { get; private set; }

    public Page<FreeThing> Free { get; private set; } = new([], null);

    public bool CanBook => me.Has(TestbedsPermissions.Book);

    public Text When => BookingWords.Of(Period!, time.StockholmToday());

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ResourceKind>().Select(kind => new Choice(kind.ToString(), Texts[TestbedWords.Of(kind)]))];

    public IReadOnlyList<Choice> Terms(TermKind kind) => [.. taxonomy.Offered(kind).Select(term => new Choice(term.Code, Texts.Name(term)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        taxonomy = await kept.GetAsync(cancellationToken);
        Typed = TimeQuery.Read(Request.Query);
        if (string.IsNullOrWhiteSpace(Typed.FromDay)) return Page();
        if (BookingPeriod.Of(Typed).Failed(out var problem, out var period)) return ShowProblem(TimeQuery.AtFields(problem));
        if (BookingRules.HasBegun(period, time.GetUtcNow())) return ShowProblem(Problem.Invalid(new FieldError("fran", "Tiden har redan varit. Välj en senare tid.")));
        Period = period;
        // A choice that does not exist asks for nothing: a broken link is no error.
        var needs = new FreeNeeds(Known(TermKind.Capability, Capability), Known(TermKind.TargetGroup, TargetGroup), [.. Accessibility.Where(code => Known(TermKind.Accessibility, code) is not null)],
            Enum.TryParse<ResourceKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null, Testbed);
        Free = await find.HandleAsync(period, needs, After, cancellationToken);
        return Page();
    }

    private string? Known(TermKind kind, string? code) => taxonomy.Find(kind, code)?.Code;
}
