using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Enrol;

[OpenToAll("when courses are given is for everyone; drafts answer 404")]
internal sealed class SessionPageModel(ReadSession read, CurrentUser me) : IdeSlussPageModel
{
    public PublicSession Session { get; private set; } = null!;

    public bool CanEnrolOthers => me.Has(TrainingPermissions.EnrolOthers);

    public bool CanManage => me.Has(TrainingPermissions.ManageCourses);

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Session = found;
        return Page();
    }
}
