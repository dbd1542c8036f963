using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

/// <summary>One exercise: read, fill in, decide, and see what would have come of it.</summary>
[RequireLogin]
internal sealed class ExercisePageModel(Practice practice, IWorkflowRegistry workflows) : IdeSlussPageModel
{
    private const string Prefix = "Evidence";

    [BindProperty(SupportsGet = true, Name = "ovning")]
    public string Key { get; set; } = "";

    [BindProperty]
    public ExerciseInput Input { get; set; } = new();

    public ExerciseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes => [.. View.Outcomes.Select(outcome => new Choice(outcome.Code, Texts[outcome.Name]))];

    public IReadOnlyList<Choice> CloseReasons =>
        [.. View.Outcomes.Where(outcome => outcome.CloseReasons.Count > 1).SelectMany(outcome => outcome.CloseReasons).Distinct().Select(code => new Choice(code, Texts[Workflow.CloseReasons.FirstOrDefault(reason => reason.Code == code)?.Name ?? code]))];

    public IReadOnlyList<Choice> Redirects => View.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Redirect) ? [.. Workflow.Redirects.Select(target => new Choice(target.Code, Texts[target.Name]))] : [];

    public IReadOnlyList<Choice> Tracks => View.Exercise.Track is null ? [.. Workflow.Tracks.Select(track => new Choice(track.Code, Texts[track.Name], Texts[track.Explanation]))] : [];

    public bool IsCommittee => View.Exercise.Role == Roles.CommitteeSecretary;

    private WorkflowDefinition Workflow => workflows.Current(DefaultWorkflow.Key)!;

    private Dictionary<string, Answers> Posted { get; set; } = [];

    public static string AnchorOf(string form) => $"form-{form}";

    public string Codes(Func<GateOutcome, bool> which) => JsonSerializer.Serialize(View.Outcomes.Where(which).Select(outcome => outcome.Code));

    public Answers AnswersTo(string form) => Posted.GetValueOrDefault(form) ?? View.Facts.AnswersTo(form);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await practice.ReadAsync(Key, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        Input.Version = view.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await practice.ReadAsync(Key, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        Posted = view.ToFill.ToDictionary(form => form.Key, form => Answers.FromPost(form, Request.Form, $"{Prefix}.{form.Key}"));
        if (FormRows.AsksForRow(Request.Form)) return Page();
        var outcome = await practice.DecideAsync(Key, Decision(), cancellationToken);
        return outcome.Failed(out problem, out _) ? ShowProblem(AtFields(problem)) : Redirect($"/ovning/{Key}");
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken) =>
        (await practice.ResetAsync(Key, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : Redirect($"/ovning/{Key}");

    /// <summary>What is missing of a form leads to the form, what is wrong of the decision to its field.</summary>
    private Problem AtFields(Problem problem) => problem with
    {
        Errors = [.. problem.Errors.Select(error => View.ToFill.Any(form => error.Field.Split('.')[0] == form.Key)
            ? error with { Field = error.Field.Contains('.', StringComparison.Ordinal) ? $"{Prefix}.{error.Field}" : AnchorOf(error.Field) }
            : View.Facts.Forms.Contains(error.Field) ? error with { Field = "underlag" } : error with { Field = $"{nameof(Input)}.{error.Field}" })],
    };

    private GateDecision Decision() => new()
    {
        CaseNumber = "", Gate = View.Gate.Code, Outcome = Input.Outcome ?? "", Track = Input.Track, Reason = Input.Reason, CloseReason = Input.CloseReason, RedirectTarget = Input.RedirectTarget, Question = Input.Question,
        CommitteeParagraph = Input.CommitteeParagraph, MeetingDay = Input.MeetingDay, Impartial = Input.Impartial, Version = Input.Version, Evidence = Posted,
    };

    public sealed class ExerciseInput
    {
        public string? Outcome { get; set; }
        public string? Track { get; set; }
        public string? CloseReason { get; set; }
        public string? RedirectTarget { get; set; }
        public string? Question { get; set; }
        public string? CommitteeParagraph { get; set; }
        public DateOnly? MeetingDay { get; set; }
        public string? Reason { get; set; }
        public bool Impartial { get; set; }
        public int Version { get; set; }
    }
}
