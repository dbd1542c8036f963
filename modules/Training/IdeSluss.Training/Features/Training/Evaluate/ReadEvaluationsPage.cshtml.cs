using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Evaluate;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class ReadEvaluationsPageModel(ReadEvaluations read) : IdeSlussPageModel
{
    public CourseEvaluations Course { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(code, cancellationToken)).Failed(out var problem, out var course)) return ShowProblem(problem);
        Course = course;
        return Page();
    }
}
