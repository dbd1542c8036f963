using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Revoke;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class CertificateListPageModel(CourseCertificates certificates) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "sok")]
    public string? Search { get; set; }

    public CourseCertificatePage Course { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, string? efter, CancellationToken cancellationToken)
    {
        if ((await certificates.ListAsync(code, Search, efter, cancellationToken)).Failed(out var problem, out var course)) return ShowProblem(problem);
        Course = course;
        return Page();
    }
}
