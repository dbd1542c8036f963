using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Office;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditCourse;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class EditCourseModel(OfficeCourses courses, SaveCourse save, IOrganisation organisation, CurrentUser me) : CourseForm(organisation, me)
{
    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if ((await courses.FindAsync(code, cancellationToken)).Failed(out var problem, out var course)) return ShowProblem(problem);
        (Code, Version, Input) = (code, course.Version, course.Record);
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int version, CancellationToken cancellationToken)
    {
        (Code, Version) = (code, version);
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.UpdateAsync(code, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/kurser/{Uri.EscapeDataString(code)}?klart=sparad");
    }
}
