using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

[RequirePermission(EvaluationPermissions.ManageResearch)]
internal sealed class AgreementsPageModel(KeepAgreements keep) : IdeSlussPageModel
{
    public IReadOnlyList<AgreementView> Agreements { get; private set; } = [];

    /// <summary>What was just done, Swedish.</summary>
    public string? Said { get; private set; }

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Agreements = await keep.ListAsync(cancellationToken);
        Said = klart switch { "ny" => "Avtalet är skrivet.", "avsluta" => "Avtalet är avslutat.", "kodbok" => "Den nya kodboken är godkänd.", _ => null };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version, string? handling, CancellationToken cancellationToken)
    {
        var outcome = handling == "kodbok" ? await keep.RenewAsync(id, version, cancellationToken) : await keep.EndAsync(id, version, cancellationToken);
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/admin/forskning?klart={(handling == "kodbok" ? "kodbok" : "avsluta")}");
        Agreements = await keep.ListAsync(cancellationToken);
        return ShowProblem(problem);
    }
}
