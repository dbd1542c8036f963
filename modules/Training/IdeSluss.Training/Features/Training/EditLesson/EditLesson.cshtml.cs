using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditLesson;

/// <summary>A known lesson by its number, or a new one.</summary>
[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class EditLessonModel(SaveLesson save) : IdeSlussPageModel
{
    public const string NewLesson = "ny";

    [BindProperty]
    public LessonInput Input { get; set; } = new();

    public string Code { get; private set; } = "";

    public bool IsNew { get; private set; }

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string lesson, CancellationToken cancellationToken)
    {
        (Code, IsNew) = (code, lesson == NewLesson);
        if (IsNew) return Page();
        if (!int.TryParse(lesson, out var number)) return NotFound();
        if ((await save.FindAsync(code, number, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Version, Input) = (found.Version, new() { Title = found.Title, EnglishTitle = found.EnglishTitle, Text = found.Text, EnglishText = found.EnglishText });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string lesson, int version, CancellationToken cancellationToken)
    {
        (Code, IsNew, Version) = (code, lesson == NewLesson, version);
        if (!ModelState.IsValid) return ShowErrors();
        if (!int.TryParse(lesson, out var number) && !IsNew) return NotFound();
        var outcome = IsNew ? await save.AddAsync(code, Input, cancellationToken) : await save.ChangeAsync(code, number, Input, version, cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/kurser/{Uri.EscapeDataString(code)}?klart=lektion");
    }
}
