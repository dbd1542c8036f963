using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>One consultation: the question, what it is about, and the answer. The asked role answers; for a body outside the coach writes in what they said.</summary>
[RequireLogin]
internal sealed class AnswerPageModel(AnswerBody answer, FollowUpBody followUp, CurrentUser user) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "samrad")]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public ConsultationToAnswer View { get; private set; } = null!;

    public IReadOnlyList<Choice> Options => [.. Verdicts.All.Select(one => new Choice(one.Code, Texts[one.Name]))];

    public bool Prepares => user.Has(IdeasPermissions.Prepare);

    public string BackTo => Prepares ? $"/arbete/{View.CaseNumber}/samrad" : "/att-bedoma";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        (Input.Version, Input.SeenVersion) = (View.Consultation.Version, View.FormVersion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await answer.HandleAsync(Id, new(Input.Verdict, Input.Text, Input.Conditions, Input.AnsweredOn, Input.SeenVersion, Input.Version), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancellationToken) => await DoneAsync(await followUp.RemindAsync(Id, Input.Version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostNoAnswerAsync(CancellationToken cancellationToken) => await DoneAsync(await followUp.NoteNoAnswerAsync(Id, Input.Version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => await DoneAsync(await followUp.WithdrawAsync(Id, Input.Version, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoneAsync(Outcome<Done> outcome, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } gone) return ShowProblem(gone);
        if (outcome.Problem is not { } refused) return Redirect(BackTo);
        // What was changed in between is on the page now: the next press answers what one reads.
        if (refused.Kind == ProblemKind.Stale)
        {
            ModelState.Remove("Input.Version");
            ModelState.Remove("Input.SeenVersion");
            (Input.Version, Input.SeenVersion) = (View.Consultation.Version, View.FormVersion);
        }

        return ShowProblem(refused, refused.Kind == ProblemKind.Conflict ? "" : nameof(Input));
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await answer.ReadAsync(Id, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        return null;
    }

    public sealed class AnswerInput
    {
        public string? Verdict { get; set; }
        public string? Text { get; set; }
        public string? Conditions { get; set; }
        public DateOnly? AnsweredOn { get; set; }
        public int? SeenVersion { get; set; }
        public int Version { get; set; }
    }
}
