using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Approve;

[RequirePermission(TrainingPermissions.ApproveEnrolments)]
internal sealed class ApprovePageModel(ApproveEnrolments approve) : IdeSlussPageModel
{
    public IReadOnlyList<ToApprove> Requests { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            nameof(EnrolmentState.Confirmed) => "Godkänt. Medarbetaren har fått en plats.",
            nameof(EnrolmentState.Waiting) => "Godkänt. Det är fullt, så medarbetaren står i kö.",
            nameof(EnrolmentState.Declined) => "Du sa nej. Medarbetaren har fått veta det.",
            _ => null,
        };
        Requests = await approve.ListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? gor, CancellationToken cancellationToken)
    {
        if (!(await approve.DecideAsync(id, gor == "ja", cancellationToken)).Failed(out var problem, out var state)) return LocalRedirect($"/arbete/utbildning/godkann?klart={state}");
        Requests = await approve.ListAsync(cancellationToken);
        return ShowProblem(problem);
    }
}
