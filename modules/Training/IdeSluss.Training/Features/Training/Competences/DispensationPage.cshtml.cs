using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Competences;

[RequirePermission(TrainingPermissions.ApproveEnrolments)]
internal sealed class DispensationPageModel(GiveDispensation dispensations, EditRules rules) : IdeSlussPageModel
{
    [BindProperty]
    public DispensationInput Input { get; set; } = new();

    public IReadOnlyList<DispensationLine> Given { get; private set; } = [];

    public IReadOnlyList<Choice> Courses { get; private set; } = [];

    public bool Saved { get; private set; }

    public Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Saved = klart == "sparad";
        return FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid? avsluta, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        if (avsluta is { } id) return (await dispensations.EndAsync(id, cancellationToken)).Failed(out var gone, out _) ? ShowProblem(gone) : LocalRedirect("/arbete/utbildning/dispenser");
        if (!ModelState.IsValid) return ShowErrors();
        return (await dispensations.GiveAsync(Input, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/arbete/utbildning/dispenser?klart=sparad");
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Given = await dispensations.ListAsync(cancellationToken);
        Courses = [.. (await rules.CoursesAsync(cancellationToken)).Select(course => new Choice(course.Code, TrainingWords.In(course.Title, course.EnglishTitle).Text))];
    }
}
