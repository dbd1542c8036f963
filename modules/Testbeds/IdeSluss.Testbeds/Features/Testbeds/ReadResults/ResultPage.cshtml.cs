using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadResults;

[OpenToAll("what a test of a public idea came to is for everyone; all others answer 404")]
internal sealed class ResultPageModel(TestResults results) : IdeSlussPageModel
{
    public PublicResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string test, CancellationToken cancellationToken)
    {
        if ((await results.FindAsync(test, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Result = found;
        return Page();
    }
}
