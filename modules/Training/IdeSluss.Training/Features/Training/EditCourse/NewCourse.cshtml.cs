using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditCourse;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class NewCourseModel(SaveCourse save, IOrganisation organisation, CurrentUser me) : CourseForm(organisation, me)
{
    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        (IsNew, Input) = (true, new() { Kind = CourseKind.Course, Level = CourseLevel.Basic, Language = "sv" });
        return FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsNew = true;
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.CreateAsync(Input, cancellationToken)).Failed(out var problem, out var saved) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/kurser/{Uri.EscapeDataString(saved.Code)}?klart=sparad");
    }
}
