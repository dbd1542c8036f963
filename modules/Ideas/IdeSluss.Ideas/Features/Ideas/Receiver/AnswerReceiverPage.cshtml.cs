using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>The asked manager reads the terms and says yes or no.</summary>
[RequirePermission(IdeasPermissions.Decide)]
internal sealed class AnswerReceiverPageModel(AnswerReceiver answer) : IdeSlussPageModel
{
    private const string Yes = "ja";
    private const string No = "nej";

    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public AskedReceiver Asked { get; private set; } = null!;

    public IReadOnlyList<Choice> Options =>
    [
        new(Yes, Texts["Ja, vi tar emot"], Texts["Du lovar det som står ovan. Utan ett ja börjar inget test."]),
        new(No, Texts["Nej, inte vi"]),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Input = new() { Proposal = Asked.Receiver.Id, Version = Asked.Receiver.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        var outcome = await answer.HandleAsync(Number, new(Input.Proposal, Input.Accepts switch { Yes => true, No => false, _ => null }, Input.Reason, Input.Version), cancellationToken);
        if (outcome.Problem is not { } refused) return Redirect("/att-besluta");
        // What was changed in between is on the page now: the next press answers what one reads.
        if (refused.Kind == ProblemKind.Stale)
        {
            ModelState.Clear();
            Input.Proposal = Asked.Receiver.Id;
            Input.Version = Asked.Receiver.Version;
        }

        return ShowProblem(refused, nameof(Input));
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await answer.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var asked)) return problem;
        Asked = asked;
        return null;
    }

    public sealed class AnswerInput
    {
        public string? Accepts { get; set; }
        public string? Reason { get; set; }
        public Guid Proposal { get; set; }
        public int Version { get; set; }
    }
}
