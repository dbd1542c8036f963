using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Competences;

[RequirePermission(TrainingPermissions.ManageTracks)]
internal sealed class EditRulesPageModel(EditRules rules) : IdeSlussPageModel
{
    [BindProperty]
    public List<string?> Courses { get; set; } = [];

    public ActionRules Action { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string krav, CancellationToken cancellationToken)
    {
        if (!await FillAsync(krav, cancellationToken)) return NotFound();
        Courses = [.. Action.Courses];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string krav, CancellationToken cancellationToken)
    {
        if (!await FillAsync(krav, cancellationToken)) return NotFound();
        return (await rules.WriteAsync(krav, new(Courses), cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect("/admin/utbildning/krav");
    }

    private async Task<bool> FillAsync(string action, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(action, cancellationToken) is not { } found) return false;
        Action = found;
        Choices = [.. (await rules.CoursesAsync(cancellationToken)).Select(course => new Choice(course.Code, TrainingWords.In(course.Title, course.EnglishTitle).Text, course.Code))];
        return true;
    }
}
