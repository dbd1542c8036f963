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

/// <summary>A form that was sent and not received, for the error page to give back.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">All that was sent, with the token it came with and no other: it is sent again as what it was.</param>
/// <param name="MayBeSentAgain">False when it may have been received, and would then be received twice.</param>
public sealed record UnsentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool MayBeSentAgain)
{
    /// <summary>What a person has written, to copy: ids and tokens have no spaces.</summary>
    public IEnumerable<string> Written => Fields.Select(sent => sent.Value).Where(value => value.Trim().Contains(' ', StringComparison.Ordinal));
}
