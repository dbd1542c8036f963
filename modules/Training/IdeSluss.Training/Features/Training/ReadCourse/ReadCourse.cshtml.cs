using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.ReadCourse;

[OpenToAll("what one can learn is for everyone; drafts answer 404")]
internal sealed class ReadCourseModel(ReadCourse read, ReadSession sessions, CurrentUser me) : IdeSlussPageModel
{
    public PublicCourse Course { get; private set; } = null!;

    public IReadOnlyList<PublicSession> Sessions { get; private set; } = [];

    public bool WorksWithIt => me.Has(TrainingPermissions.ManageCourses);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(code, cancellationToken)).Failed(out var problem, out var course)) return ShowProblem(problem);
        (Course, Sessions) = (course, await sessions.ComingAsync(course.Code, cancellationToken));
        return Page();
    }
}
