using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

[RequirePermission(EvaluationPermissions.ReadDashboard)]
internal sealed class DashboardPageModel(ReadDashboard dashboard, CurrentUser me) : IdeSlussPageModel
{
    public DashboardView View { get; private set; } = null!;

    public Lens Lens { get; private set; } = null!;

    public IReadOnlyList<Lens> Lenses { get; private set; } = [];

    public bool MayStateWorkforce => me.Has(EvaluationPermissions.ManageWorkforce);

    public async Task<IActionResult> OnGetAsync(string? period, string? vy, string? plats, CancellationToken cancellationToken)
    {
        if ((await dashboard.FindAsync(string.IsNullOrEmpty(period) ? null : period, vy, string.IsNullOrEmpty(plats) ? null : plats, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        View = found;
        Lenses = Lens.Of(me.Roles);
        Lens = Lenses.First(lens => lens.Code == found.Lens);
        return Page();
    }

    /// <summary>The same place and period, seen in another way.</summary>
    public string Address(string page, string lens) => $"{page}?{(page.StartsWith("/api", StringComparison.Ordinal) ? "view" : "vy")}={lens}&period={View.Statistics.Period}{(View.At is { } at ? $"&{(page.StartsWith("/api", StringComparison.Ordinal) ? "place" : "plats")}={Uri.EscapeDataString(at)}" : "")}";
}
