using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds.ReadTest;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.PlanTest;

[RequirePermission(TestbedsPermissions.LeadTests)]
internal sealed class PreparePageModel(ReadTests tests, SavePreparation save, TestbedsDbContext db) : IdeSlussPageModel
{
    private const int MostTestbeds = 500;

    [BindProperty]
    public PreparationInput Input { get; set; } = new();

    public TestView Test { get; private set; } = null!;

    public int Version { get; private set; }

    public IReadOnlyList<Choice> Leaders { get; private set; } = [];

    public IReadOnlyList<Choice> Testbeds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string test, CancellationToken cancellationToken)
    {
        if (await FillAsync(test, cancellationToken) is { } problem) return ShowProblem(problem);
        (Input, Version) = (new() { Lead = Test.LeadId, Testbed = Test.TestbedSlug, OwnPlace = Test.OwnPlace, Recruitment = Test.Recruitment }, Test.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string test, int version, CancellationToken cancellationToken)
    {
        if (await FillAsync(test, cancellationToken) is { } missing) return ShowProblem(missing);
        Version = version;
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.HandleAsync(test, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}?klart=sparad");
    }

    private async Task<Problem?> FillAsync(string number, CancellationToken cancellationToken)
    {
        if ((await tests.FindAsync(number, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Test = found;
        if (!found.MayPrepare) return TestScope.NoSuchTest;
        var trial = await db.Trials.AsNoTracking().FirstAsync(one => one.Id == found.Id, cancellationToken);
        Leaders = [.. (await save.LeadersAsync(trial, cancellationToken)).Select(one => new Choice(one.Id.ToString(), one.DisplayName))];
        Testbeds = await SavePreparation.Open(db.Testbeds.AsNoTracking()).OrderBy(one => one.Name).ThenBy(one => one.Id).Take(MostTestbeds).Select(one => new Choice(one.Slug, one.Name)).ToListAsync(cancellationToken);
        return null;
    }
}
