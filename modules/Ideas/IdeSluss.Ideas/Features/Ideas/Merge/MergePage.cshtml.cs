using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>One page for the whole way: ask, write in the answer, go on without one, take the question back, and divide again.</summary>
[RequirePermission(IdeasPermissions.Sort)]
internal sealed class MergePageModel(ReadMerge read, ProposeMerge propose, AnswerMerge answer, Unmerge unmerge) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    [TempData]
    public string? JustDone { get; set; }

    public MergeView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Answers => [new("ja", Texts["Ja, slå ihop dem"]), new("nej", Texts["Nej, idén går vidare för sig"])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Input.Version = View.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) =>
        ActAsync(propose.HandleAsync(new(Number, Input.MergeInto, Input.Reason, Input.Impartial, Input.Version), cancellationToken), "Frågan går till idégivaren om tio minuter. Till dess kan du ta tillbaka den utan att någon ser det.", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        ActAsync(propose.WithdrawAsync(Number, Input.Version, cancellationToken), "Frågan är tillbakatagen. Idén går vidare för sig.", cancellationToken);

    public Task<IActionResult> OnPostToldAsync(CancellationToken cancellationToken) =>
        ActAsync(answer.ToldOfficeAsync(new(Number, Input.Answer switch { "ja" => true, "nej" => false, _ => null }, Input.Note, Input.Version), cancellationToken), "Svaret är sparat.", cancellationToken);

    public Task<IActionResult> OnPostUnansweredAsync(CancellationToken cancellationToken) =>
        ActAsync(answer.UnansweredAsync(new(Number, Input.Unreachable, Input.Tried, Input.Version), cancellationToken), "Idéerna är hopslagna.", cancellationToken);

    public Task<IActionResult> OnPostUnmergeAsync(CancellationToken cancellationToken) =>
        ActAsync(unmerge.HandleAsync(new(Number, Input.Reason, Input.Version), cancellationToken), "Idéerna är delade. Den här går vidare där den var.", cancellationToken);

    private async Task<IActionResult> ActAsync(Task<Outcome<Done>> act, string done, CancellationToken cancellationToken)
    {
        if ((await act).Failed(out var problem, out _))
        {
            if (await LoadAsync(cancellationToken) is { } missing) return ShowProblem(missing);
            // The page shows what someone else did; the next press is meant for that.
            if (problem.Kind == ProblemKind.Stale) Input.Version = View.Version;
            return ShowProblem(problem, nameof(Input));
        }

        JustDone = done;
        return Redirect(Request.Path);
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(Number, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        return null;
    }

    public sealed class MergeInput
    {
        public string? MergeInto { get; set; }

        public string? Reason { get; set; }

        public bool Impartial { get; set; }

        public string? Answer { get; set; }

        public string? Note { get; set; }

        public bool Unreachable { get; set; }

        /// <summary>How they have tried.</summary>
        public string? Tried { get; set; }

        public int Version { get; set; }
    }
}
