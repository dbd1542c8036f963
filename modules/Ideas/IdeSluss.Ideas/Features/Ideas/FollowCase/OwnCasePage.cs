using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>What a submitter can do with their case: the same whether the code or the account opened it.</summary>
internal sealed class OwnCaseActions(OwnCase read, ReplyToOffice reply, WithdrawCase withdraw, ChooseAnswerByEmail email, AnswerMerge merge, AskForTranslation translation, CurrentUser user)
{
    public Task<Outcome<OwnCaseView>> ReadAsync(Guid id, CancellationToken cancellationToken) => read.ReadAsync(id, cancellationToken);

    public Task<Outcome<Done>> ReplyAsync(Guid id, string? text, CancellationToken cancellationToken) => reply.HandleAsync(id, text, user.Id, cancellationToken);

    public Task<Outcome<Done>> WithdrawAsync(Guid id, bool confirmed, CancellationToken cancellationToken) => withdraw.HandleAsync(id, confirmed, user.Id, cancellationToken);

    public Task<Outcome<Done>> MergeAsync(Guid id, bool? yes, CancellationToken cancellationToken) => merge.BySubmitterAsync(id, yes, user.Id, cancellationToken);

    public Task<Outcome<Done>> EmailAsync(Guid id, string? address, CancellationToken cancellationToken) => email.HandleAsync(id, address, user.Id, cancellationToken);

    public Task<Outcome<Done>> TranslateAsync(Guid id, string? language, CancellationToken cancellationToken) => translation.HandleAsync(id, language, user.Id, cancellationToken);
}

internal sealed class OwnCaseInput
{
    public string? Language { get; set; }
    public string? Text { get; set; }
    public string? Email { get; set; }
    public bool Confirm { get; set; }

    /// <summary><c>ja</c> or <c>nej</c>: the button that was pressed.</summary>
    public string? Merge { get; set; }
}

internal abstract class OwnCasePage(OwnCaseActions actions) : IdeSlussPageModel
{
    [BindProperty]
    public OwnCaseInput Input { get; set; } = new();

    /// <summary>What was just done, in words.</summary>
    [TempData]
    public string? JustDone { get; set; }

    public OwnCaseView Case { get; private set; } = null!;

    public IReadOnlyList<Choice> TranslateTo => [.. Case.TranslateTo.Select(tag => new Choice(tag, Texts[TextLanguages.NameOf(tag)]))];

    /// <summary>The case this reader has opened; null when there is none of theirs.</summary>
    protected abstract Task<Guid?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Where one goes who has no case open.</summary>
    protected virtual IActionResult NoCase() => ShowProblem(OwnCase.NoSuchCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } id) return NoCase();
        return await ShowAsync(id, cancellationToken) ?? Page();
    }

    public Task<IActionResult> OnPostReplyAsync(CancellationToken cancellationToken) =>
        ActAsync(id => actions.ReplyAsync(id, Input.Text, cancellationToken), "Tack! Vi har fått ditt svar.", cancellationToken);

    public Task<IActionResult> OnPostEmailAsync(CancellationToken cancellationToken) =>
        ActAsync(id => actions.EmailAsync(id, Input.Email, cancellationToken), "Vi skickar e-post när det finns något att läsa.", cancellationToken);

    public Task<IActionResult> OnPostTranslateAsync(CancellationToken cancellationToken) =>
        ActAsync(id => actions.TranslateAsync(id, Input.Language, cancellationToken), "Tack! Vi översätter beslutet och hör av oss.", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        ActAsync(id => actions.WithdrawAsync(id, Input.Confirm, cancellationToken), "Du har tagit tillbaka din idé.", cancellationToken);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken) =>
        ActAsync(
            id => actions.MergeAsync(id, Input.Merge switch { "ja" => true, "nej" => false, _ => null }, cancellationToken),
            Input.Merge == "ja" ? "Tack! Idéerna är hopslagna. Du står kvar som idégivare." : "Tack! Din idé går vidare för sig.",
            cancellationToken);

    private async Task<IActionResult> ActAsync(Func<Guid, Task<Outcome<Done>>> act, string done, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } id) return NoCase();
        if ((await act(id)).Failed(out var problem, out _))
        {
            if (await ShowAsync(id, cancellationToken) is { } missing) return missing;
            return ShowProblem(problem, nameof(Input));
        }

        JustDone = done;
        return Redirect(Request.Path);
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await actions.ReadAsync(id, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        Case = view;
        return null;
    }
}
