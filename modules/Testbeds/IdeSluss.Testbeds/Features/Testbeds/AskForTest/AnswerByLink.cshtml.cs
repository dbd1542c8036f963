using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Agreements;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

/// <summary>The partner reads the answer, and after a yes sends in what they have signed.</summary>
[OpenToAll("the link in the mail shows who asked")]
[EnableRateLimiting(RateLimits.Secret)]
[UploadLimit(AgreementApi.MostBytes)]
internal sealed class AnswerByLinkModel(AnswerRequests requests, KeepAgreements agreements) : IdeSlussPageModel
{
    [BindProperty]
    public AgreementForm Agreement { get; set; } = new();

    public PartnerAnswer Answer { get; private set; } = null!;

    /// <summary>An agreement has just come in.</summary>
    public bool Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, string? klart, CancellationToken cancellationToken)
    {
        Sent = klart == "avtal";
        return await ShowAsync(token, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!(await agreements.SendSignedAsync(token, Agreement.Name, AgreementApi.Of(Agreement.File), cancellationToken)).Failed(out var problem, out _)) return LocalRedirect($"/testbaddar/svar/{Uri.EscapeDataString(token)}?klart=avtal");
        return await ShowAsync(token, cancellationToken) ?? ShowProblem(problem, nameof(Agreement));
    }

    private async Task<IActionResult?> ShowAsync(string token, CancellationToken cancellationToken)
    {
        if ((await requests.ByTokenAsync(token, cancellationToken)).Failed(out var problem, out var answer)) return ShowProblem(problem);
        Answer = answer;
        return null;
    }
}
