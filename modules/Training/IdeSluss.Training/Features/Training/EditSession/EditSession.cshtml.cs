using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditSession;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class EditSessionModel(OfficeSessions sessions, SaveSession save) : SessionForm
{
    public Guid Session { get; private set; }

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await sessions.FindAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Session, Version, Input) = (session, found.Version, found.Record);
        AddEmptyParts();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, int version, CancellationToken cancellationToken)
    {
        (Session, Version) = (session, version);
        AddEmptyParts();
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.UpdateAsync(session, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/tillfallen/{session}?klart=sparat");
    }
}
