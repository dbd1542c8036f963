using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using IdeSluss.Training.Features.Training.EditSession;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Office;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class OfficeCourseModel(OfficeCourses courses, OfficeSessions sessions, SaveCourse save) : IdeSlussPageModel
{
    public OfficeCourse Course { get; private set; } = null!;

    public IReadOnlyList<OfficeSessionLine> Sessions { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "sparad" => "Kursen är sparad.",
            "lektion" => "Lektionen är sparad.",
            "material" => "Materialet är sparat.",
            "visa" => "Kursen visas nu för alla.",
            "avsluta" => "Kursen ges inte längre. Lektioner och intyg finns kvar.",
            _ => null,
        };
        return await ShowAsync(code, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int version, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "visa" => await save.SetStateAsync(code, CourseState.Published, version, cancellationToken),
            "avsluta" => await save.SetStateAsync(code, CourseState.Retired, version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/utbildning/kurser/{Uri.EscapeDataString(code)}?klart={gor}");
        return await ShowAsync(code, cancellationToken) ?? ShowProblem(problem);
    }

    private async Task<IActionResult?> ShowAsync(string code, CancellationToken cancellationToken)
    {
        if ((await courses.FindAsync(code, cancellationToken)).Failed(out var problem, out var course)) return ShowProblem(problem);
        (Course, Sessions) = (course, await sessions.ListAsync(code, cancellationToken));
        return null;
    }
}
