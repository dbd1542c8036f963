using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Office;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class OfficeListModel(OfficeCourses courses) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<OfficeLine> Courses { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Courses = await courses.ListAsync(After, cancellationToken);
}
