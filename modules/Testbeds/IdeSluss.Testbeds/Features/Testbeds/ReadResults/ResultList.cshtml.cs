using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadResults;

[OpenToAll("what tests of public ideas came to is for everyone")]
internal sealed class ResultListModel(TestResults results) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "sok")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "visade")]
    public string? Verdict { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<ResultLine> Results { get; private set; } = new([], null);

    public IReadOnlyList<Choice> Verdicts => TestWords.Verdicts(Texts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // A link that somebody has changed shows everything instead of an error.
        var verdict = Enum.TryParse<TrialVerdict>(Verdict, out var known) && Enum.IsDefined(known) ? known : (TrialVerdict?)null;
        if ((await results.ListAsync(new(Search, verdict, After), cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Results = found;
        return Page();
    }
}
