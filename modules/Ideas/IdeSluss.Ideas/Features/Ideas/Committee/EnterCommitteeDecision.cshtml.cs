using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>The secretary enters what the nämnd decided: outcome, §, day of the meeting and the reasons in plain words.</summary>
[RequirePermission(IdeasPermissions.EnterCommitteeDecision)]
internal sealed class EnterCommitteeDecisionModel(CommitteeBasis basis, ReadGate read, DecideGate decide) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string CommitteeCode { get; set; } = "";

    /// <summary>The case; without it the page lists those that wait.</summary>
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string? Number { get; set; }

    [BindProperty]
    public CommitteeInput Input { get; set; } = new();

    public CommitteeView View { get; private set; } = null!;

    public GateView? Gate { get; private set; }

    public IReadOnlyList<Choice> Outcomes => [.. Gate!.Outcomes.Select(outcome => new Choice(outcome.Code, outcome.Name))];

    public IReadOnlyList<Choice> CloseReasons => [.. Gate!.Outcomes.SelectMany(outcome => outcome.CloseReasons).DistinctBy(reason => reason.Code).Select(reason => new Choice(reason.Code, reason.Name))];

    public string ClosingOutcomes => System.Text.Json.JsonSerializer.Serialize(Gate!.Outcomes.Where(outcome => outcome.CloseReasons.Count > 0).Select(outcome => outcome.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        (Input.Version, Input.Seen) = (Gate?.Version, Gate?.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (Gate is null) return Redirect($"/namnd/{CommitteeCode}/beslut");
        if (!ModelState.IsValid) return ShowErrors();
        // The § decides in which role one acts; a blank one must be said to be missing, not taken as the secretary's own decision.
        var outcome = string.IsNullOrWhiteSpace(Input.CommitteeParagraph)
            ? Problem.Invalid([.. DecisionRecordRules.CheckCommittee(Decision(), DateOnly.MinValue, DateOnly.MaxValue)])
            : await decide.HandleAsync(Decision(), cancellationToken);
        return outcome.Failed(out var refused, out var receipt) ? Show(refused) : Redirect($"/arbete/{receipt.CaseNumber}/beslut/{receipt.DecisionId}");
    }

    private IActionResult Show(Problem problem)
    {
        if (problem.Kind == ProblemKind.Conflict) return ShowProblem(problem);
        if (problem.Kind != ProblemKind.Stale) return ShowProblem(problem, nameof(Input));
        // What is sent next is about the new. The evidence itself is on the nämnd's page.
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seen)}");
        (Input.Version, Input.Seen) = (Gate!.Version, Gate.Seen);
        return ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => error with { Field = "" })] });
    }

    private GateDecision Decision() => new()
    {
        CaseNumber = Gate!.CaseNumber,
        Gate = Gate.Gate ?? "",
        Outcome = Input.Outcome ?? "",
        CloseReason = Input.CloseReason,
        Reason = Input.Reason,
        CommitteeParagraph = Input.CommitteeParagraph,
        MeetingDay = Input.MeetingDay,
        Voting = Input.Voting,
        Presenter = Input.Presenter,
        Participants = Input.Participants,
        Impartial = Input.Impartial,
        Version = Input.Version ?? -1,
        Seen = Input.Seen,
    };

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await basis.ReadAsync(CommitteeCode, IdeasPermissions.EnterCommitteeDecision, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        if (Number is null) return null;
        if (view.Cases.Concat(view.Delegated).All(one => one.CaseNumber != Number)) return GateCases.NoSuchCase;
        if ((await read.HandleAsync(Number, cancellationToken)).Failed(out problem, out var gate)) return problem;
        Gate = gate;
        return null;
    }

    public sealed class CommitteeInput
    {
        public string? Outcome { get; set; }
        public string? CloseReason { get; set; }
        public string? CommitteeParagraph { get; set; }
        public DateOnly? MeetingDay { get; set; }
        public string? Voting { get; set; }
        public string? Reason { get; set; }
        public string? Presenter { get; set; }
        public string? Participants { get; set; }
        public bool Impartial { get; set; }
        public int? Version { get; set; }
        public string? Seen { get; set; }
    }
}
