using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;

[OpenToAll("what the municipality can try things in is for everyone; all others answer 404")]
internal sealed class ReadTestbedModel(ReadTestbed read, KeptTaxonomy kept, CurrentUser me) : IdeSlussPageModel
{
    public PublicTestbed Testbed { get; private set; } = null!;

    public Taxonomy Taxonomy { get; private set; } = null!;

    public bool WorksWithIt => me.Has(TestbedsPermissions.Read);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(slug, cancellationToken)).Failed(out var problem, out var testbed)) return ShowProblem(problem);
        Testbed = testbed;
        Taxonomy = await kept.GetAsync(cancellationToken);
        return Page();
    }

    public IEnumerable<string> Names(TermKind kind, IReadOnlyList<string> codes) => Taxonomy.Of(kind, codes).Select(term => Texts.Name(term));
}
