using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Agreements;
using IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

[OpenToAll("companies, universities and others ask without an account")]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class AskPageModel(ReadTestbed.ReadTestbed read, AskForTest ask, KeepAgreements agreements, KeptTaxonomy kept) : IdeSlussPageModel
{
    [BindProperty]
    public AskInput Input { get; set; } = new();

    public PublicTestbed Testbed { get; private set; } = null!;

    public IReadOnlyList<string> Agreements { get; private set; } = [];

    public IReadOnlyList<AgreementLine> Templates { get; private set; } = [];

    public bool IsOpen => AskForTest.IsOpen(Testbed.Access, Testbed.Status, Testbed.IsExample);

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<PartnerKind>().Select(one => new Choice(one.ToString(), Texts[RequestWords.Of(one)]))];

    public IReadOnlyList<Choice> YesNo => [new("true", Texts["Ja"]), new("false", Texts["Nej"])];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => await ShowAsync(slug, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await ask.HandleAsync(slug, Input, cancellationToken)).Failed(out var problem, out var sent)) return await ShowAsync(slug, cancellationToken) ?? ShowProblem(problem, nameof(Input));
        return LocalRedirect($"/testbaddar/svar/{sent.Token}");
    }

    private async Task<IActionResult?> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(slug, cancellationToken)).Failed(out var problem, out var testbed)) return ShowProblem(problem);
        Testbed = testbed;
        if (!(await agreements.TemplatesAsync(slug, cancellationToken)).Failed(out _, out var templates)) Templates = templates;
        Agreements = [.. (await kept.GetAsync(cancellationToken)).Of(TermKind.Agreement, [.. testbed.Agreements]).Select(term => Texts.Name(term))];
        return null;
    }
}
