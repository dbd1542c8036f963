using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ReadLesson;

/// <summary>One page for whoever has the same problem elsewhere.</summary>
[OpenToAll("what was learnt from a closed, public case is for everyone; all others answer 404")]
internal sealed class LessonModel(ReadLesson read) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string Number { get; set; } = "";

    public Lesson Lesson { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(Number, cancellationToken)).Failed(out var problem, out var lesson)) return ShowProblem(problem);
        Lesson = lesson;
        return Page();
    }
}
