using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Office;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditSession;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class NewSessionModel(OfficeCourses courses, SaveSession save) : SessionForm
{
    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if ((await courses.FindAsync(code, cancellationToken)).Failed(out var problem, out _)) return ShowProblem(problem);
        (Code, Input) = (code, new() { Seats = 20, LeastSeats = 5, HearingLoop = true });
        AddEmptyParts();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        Code = code;
        AddEmptyParts();
        if (!ModelState.IsValid) return ShowErrors();
        return (await save.CreateAsync(code, Input, cancellationToken)).Failed(out var problem, out var saved) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/tillfallen/{saved.Id}?klart=planerat");
    }
}
