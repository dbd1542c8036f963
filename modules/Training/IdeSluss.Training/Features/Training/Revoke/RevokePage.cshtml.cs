using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Revoke;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class RevokePageModel(CourseCertificates certificates, RevokeCertificate revoke) : IdeSlussPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public OfficeCertificate Certificate { get; private set; } = null!;

    public bool Revoked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid certificate, string? klart, CancellationToken cancellationToken)
    {
        Revoked = klart == "aterkallat";
        return await ShowAsync(certificate, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid certificate, int version, CancellationToken cancellationToken)
    {
        if (await ShowAsync(certificate, cancellationToken) is { } missing) return missing;
        return (await revoke.HandleAsync(certificate, Reason, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect($"/arbete/utbildning/intyg/{certificate}?klart=aterkallat");
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await certificates.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Certificate = found;
        return null;
    }
}
