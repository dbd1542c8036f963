using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Pages;

/// <summary>Base of every page: texts in the reader's language, and problems shown the accessible way (status, kept values, summary, title prefix).</summary>
/// <example><code>
/// public async Task&lt;IActionResult&gt; OnPostAsync(CancellationToken ct)
/// {
///     if (!ModelState.IsValid) return ShowErrors();
///     var outcome = await submit.HandleAsync(Input.ToRequest(), ct);
///     return outcome.Failed(out var problem, out var receipt) ? ShowProblem(problem, nameof(Input)) : Redirect($"/kvitto/{receipt.Number}");
/// }
/// </code></example>
public abstract class IdeSlussPageModel : PageModel
{
    private IStringLocalizer? texts;

    protected IStringLocalizer Texts => texts ??= HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    /// <summary>
    /// Shows the page again with the problem: its status, its message as heading of the error summary, and each error at its field.
    /// <paramref name="prefix"/> is the bound property (<c>Input</c>) that the handler's field names lie below. A page that does not exist or is not
    /// for this reader becomes the error page of its kind.
    /// </summary>
    protected IActionResult ShowProblem(Problem problem, string prefix = "")
    {
        // Nothing of the page may be shown to someone who may not see it.
        if (problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden && problem.Errors.Count == 0)
        {
            HttpContext.Features.Set(new ShownProblem(Texts.Say(problem.Message)));
            return StatusCode(HttpOutcome.StatusOf(problem.Kind));
        }

        foreach (var error in problem.Errors)
            ModelState.AddModelError(prefix.Length == 0 || error.Field.Length == 0 ? error.Field : $"{prefix}.{error.Field}", Texts.Say(error.Message));
        ViewData[ProblemView.MessageKey] = Texts.Say(problem.Message);
        ViewData[ProblemView.KindKey] = problem.Kind;
        return PageWithStatus(HttpOutcome.StatusOf(problem.Kind));
    }

    /// <summary>Shows the page again with what ModelState already holds: 422.</summary>
    protected IActionResult ShowErrors() => PageWithStatus(StatusCodes.Status422UnprocessableEntity);

    private PageResult PageWithStatus(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}

/// <summary>Keys of what <see cref="IdeSlussPageModel.ShowProblem"/> leaves for the layout and the error summary.</summary>
public static class ProblemView
{
    public const string MessageKey = "IdeSluss.Problem";
    public const string KindKey = "IdeSluss.ProblemKind";
}

/// <summary>What the error page of a status says beyond its own text.</summary>
public sealed record ShownProblem(string Message);
