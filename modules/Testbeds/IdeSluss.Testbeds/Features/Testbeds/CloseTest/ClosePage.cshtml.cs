using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.ReadTest;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.CloseTest;

/// <summary>First that it has ended, then what it came to. A small test asks both on its own page.</summary>
[RequirePermission(TestbedsPermissions.LeadTests)]
internal sealed class ClosePageModel(ReadTests tests, EndTest end, CloseTest close, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public ResultInput Input { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public TestView Test { get; private set; } = null!;

    public int Version { get; private set; }

    public bool IsEarly => Test.LastDay > time.StockholmToday();

    public IReadOnlyList<Choice> Verdicts => TestWords.Verdicts(Texts);

    public IReadOnlyList<Choice> Recommendations => TestWords.Recommendations(Texts);

    public async Task<IActionResult> OnGetAsync(string test, CancellationToken cancellationToken)
    {
        if (await FindAsync(test, cancellationToken) is { } problem) return ShowProblem(problem);
        if (Test.Track == Tracks.Small) return LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}#resultat");
        (Version, Input.Tried) = (Test.Version, Test.Tries);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string test, int version, string? gor, CancellationToken cancellationToken)
    {
        if (await FindAsync(test, cancellationToken) is { } missing) return ShowProblem(missing);
        Version = version;
        var ends = gor == "slut";
        var outcome = ends ? await end.HandleAsync(test, Reason, version, cancellationToken) : await close.HandleAsync(test, Input, version, cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, ends ? "" : nameof(Input)) : LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}?klart={(ends ? "slut" : "resultat")}");
    }

    private async Task<Problem?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if ((await tests.FindAsync(number, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Test = found;
        return found.Leads ? null : TestScope.NoSuchTest;
    }
}
