using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Lessons;

[OpenToAll("lessons are for everyone; saying that one has read one needs a log-in")]
internal sealed class LessonPageModel(ReadLesson read, MarkRead mark, CurrentUser me) : IdeSlussPageModel
{
    public PublicLesson Lesson { get; private set; } = null!;

    public Passage Text => TrainingWords.In(Lesson.Text, Lesson.EnglishText);

    public bool IsLoggedIn => me.IsAuthenticated;

    public async Task<IActionResult> OnGetAsync(string code, int lesson, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(code, lesson, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Lesson = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int lesson, CancellationToken cancellationToken)
    {
        if (!IsLoggedIn) return Challenge();
        return (await mark.HandleAsync(code, lesson, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect($"/utbildning/{Uri.EscapeDataString(code)}/lektion/{lesson}");
    }
}
