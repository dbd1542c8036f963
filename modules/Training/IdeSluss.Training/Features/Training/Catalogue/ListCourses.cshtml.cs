using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Catalogue;

[OpenToAll("what one can learn is for everyone")]
internal sealed class ListCoursesModel(ListCourses list, CurrentUser me) : IdeSlussPageModel
{
    public const int LongestSearch = 200;

    [BindProperty(SupportsGet = true, Name = "sok")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    [BindProperty(SupportsGet = true, Name = "form")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public CourseFilter Filter { get; private set; } = new();

    public Page<CourseLine> Courses { get; private set; } = new([], null);

    public bool IsLoggedIn => me.IsAuthenticated;

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<CourseKind>().Select(kind => new Choice(kind.ToString(), Texts[TrainingWords.Of(kind)]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Search?.Length > LongestSearch) return ShowProblem(Problem.Invalid(new FieldError("sok", new Text("Sök: högst {0} tecken.", LongestSearch))));
        // A choice that does not exist shows everything: a broken link is no error.
        Filter = new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), TrainingWords.TrackOf(For), Enum.TryParse<CourseKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null);
        Courses = await list.FindAsync(Filter, After, cancellationToken);
        return Page();
    }
}
