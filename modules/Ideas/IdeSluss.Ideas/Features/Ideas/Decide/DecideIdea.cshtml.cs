using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>The manager's page: what it is about, what is missing, the decision. A small idea's one form is filled in here, in the same post.</summary>
[RequirePermission(IdeasPermissions.Decide)]
internal sealed class DecideIdeaModel(ReadGate read, CaseEvidence evidence, DecideGate decide, IFormRegistry forms) : IdeSlussPageModel
{
    private const string EvidencePrefix = "Evidence";

    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public GateView View { get; private set; } = null!;

    /// <summary>The one form that a light track asks for here; null when there is none or the track is full.</summary>
    public FormDefinition? OnPage { get; private set; }

    public Answers OnPageAnswers { get; private set; } = Answers.Empty;

    /// <summary>Filled forms to read.</summary>
    public FormFacts Facts { get; private set; } = null!;

    public string? Preview { get; private set; }

    public IReadOnlyList<Choice> Outcomes => [.. View.Outcomes.Select(outcome => new Choice(outcome.Code, outcome.Name))];

    public IReadOnlyList<Choice> CloseReasons => [.. View.Outcomes.SelectMany(outcome => outcome.CloseReasons).DistinctBy(reason => reason.Code).Select(reason => new Choice(reason.Code, reason.Name))];

    /// <summary>The id that the error summary gives a field of this name.</summary>
    public static string AnchorOf(string field) => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(field, "_");

    public string AddressOf(string form) => FillEvidence.EvidenceAddress.Of(Number, form);

    /// <summary>Outcomes of a kind, as the script reads them to show a question only when it is asked.</summary>
    public string Codes(Func<OutcomeView, bool> which) => System.Text.Json.JsonSerializer.Serialize(View.Outcomes.Where(which).Select(outcome => outcome.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (View.Gate == Gates.Triage && View.EnterAt is null) return Redirect($"/arbete/{View.CaseNumber}/sortera");
        // A nämnd's decision is written in with its § and its day.
        if (View.EnterAt is { } address) return Redirect(address);
        Input.LegalBasis = View.LegalBasis;
        (Input.Version, Input.Seen) = (View.Version, View.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? handling, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (OnPage is not null) OnPageAnswers = Answers.FromPost(OnPage, Request.Form, EvidencePrefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        if (!ModelState.IsValid) return ShowErrors();
        var decision = Decision();
        if (handling == "granska")
        {
            if ((await decide.PreviewAsync(decision, cancellationToken)).Failed(out var refused, out var preview)) return ShowProblem(refused, nameof(Input));
            Preview = preview;
            return Page();
        }

        // Gaps in the form on this page are shown at their fields; the engine would only say that the form is not complete.
        if (OnPage is not null && View.Outcomes.FirstOrDefault(outcome => outcome.Code == Input.Outcome) is { NeedsEvidence: true } && FormValidator.Check(OnPage, OnPageAnswers, complete: true, Facts) is { Count: > 0 } gaps)
            return ShowProblem(Problem.Invalid([.. gaps]), EvidencePrefix);
        var outcome = await decide.HandleAsync(decision, cancellationToken);
        return outcome.Failed(out var failed, out var receipt) ? Show(failed) : Redirect($"/arbete/{receipt.CaseNumber}/beslut/{receipt.DecisionId}");
    }

    private IActionResult Show(Problem problem) => problem.Kind switch
    {
        // What is missing is evidence, not a field of this form: the summary links to where it is filled in.
        ProblemKind.Conflict => ShowProblem(problem),
        ProblemKind.Stale => ShowChanged(problem),
        _ => ShowProblem(problem, nameof(Input)),
    };

    /// <summary>The page now shows the new: the next decision is on what one has before one's eyes. What was typed stays.</summary>
    private IActionResult ShowChanged(Problem problem)
    {
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seen)}");
        (Input.Version, Input.Seen) = (View.Version, View.Seen);
        return ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => IsOnPage(error.Field) ? error : error with { Field = "" })] });
    }

    /// <summary>Evidence of other gates is read on the idea card.</summary>
    private bool IsOnPage(string part) => View.Evidence.Any(one => one.Form == part && one.State != "not-needed") || part switch
    {
        SeenBasis.Receiver => View.Receiver is not null,
        SeenBasis.Consultations => View.Consultations.Count > 0,
        SeenBasis.Advice => View.Advice.Count > 0,
        _ => false,
    };

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(Number, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        Facts = await evidence.OfAsync(Number, cancellationToken);
        var asked = view.Evidence.Where(one => one.State != "not-needed").ToList();
        if (view.Track is Tracks.DoNow or Tracks.Small && asked.Count == 1) OnPage = forms.Current(asked[0].Form);
        if (OnPage is not null) OnPageAnswers = Facts.AnswersTo(OnPage.Key);
        return null;
    }

    private GateDecision Decision() => new()
    {
        CaseNumber = View.CaseNumber,
        Gate = View.Gate ?? "",
        Outcome = Input.Outcome ?? "",
        Reason = Input.Reason,
        Impartial = Input.Impartial,
        CloseReason = Input.CloseReason,
        Question = Input.Question,
        Presenter = Input.Presenter,
        Participants = Input.Participants,
        LegalBasis = Input.LegalBasis,
        WakeOn = Input.WakeOn,
        Evidence = OnPage is null || OnPageAnswers.Json.Count == 0 ? new Dictionary<string, Answers>() : new Dictionary<string, Answers> { [OnPage.Key] = OnPageAnswers },
        Version = Input.Version ?? -1,
        Seen = Input.Seen,
    };

    public sealed class DecisionInput
    {
        public string? Outcome { get; set; }
        public string? CloseReason { get; set; }
        public string? Question { get; set; }
        public DateOnly? WakeOn { get; set; }
        public string? Reason { get; set; }
        public string? Presenter { get; set; }
        public string? Participants { get; set; }
        public string? LegalBasis { get; set; }
        public bool Impartial { get; set; }
        public int? Version { get; set; }
        public string? Seen { get; set; }
    }
}
