using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <summary>Who is asked about an idea: a proposal that one may change.</summary>
[RequirePermission(EvaluationPermissions.Ask)]
internal sealed class StartPageModel(StartRound start) : IdeSlussPageModel
{
    [BindProperty]
    public StartFields Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "mall")]
    public string? Sheet { get; set; }

    public StartView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Sheets => [.. View.Sheets.Select(one => new Choice(one.Code, Texts[one.Content.Title]))];

    public IReadOnlyList<Choice> People => [.. View.People.Where(one => one.MayBeChosen).Select(one => new Choice(one.Candidate.Person.Id.ToString(), one.Candidate.Person.DisplayName, AboutOf(one)))];

    public IReadOnlyList<ProposedReviewer> Hindered => [.. View.People.Where(one => !one.MayBeChosen && one.Takes)];

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancellationToken)
    {
        if (await LoadAsync(nummer, cancellationToken) is { } problem) return problem;
        Input = new() { Sheet = View.Sheet?.Code, LastDay = View.LastDay, Reviewers = [.. View.People.Where(one => one.Proposed).Select(one => one.Candidate.Person.Id)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, CancellationToken cancellationToken)
    {
        Sheet = Input.Sheet;
        if (await LoadAsync(nummer, cancellationToken) is { } gone) return gone;
        if (!ModelState.IsValid) return ShowErrors();
        if (Input.Reviewers.Count == 0) return ShowProblem(Problem.Invalid(new FieldError("Reviewers", "Välj minst en person.")), nameof(Input));
        return (await start.HandleAsync(nummer, new(Input.Sheet, Input.LastDay, Input.Reviewers, null), cancellationToken)).Failed(out var problem, out var round) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/bedomning/{round}?klart=borjad");
    }

    private string AboutOf(ProposedReviewer one) => string.Join(" · ", (one.Hinder is { } hinder ? [HinderRules.Say(hinder)] : one.Why.Count > 0 ? one.Why : [new Text("Väntar nu: {0} av {1}", one.Candidate.Waiting, one.Candidate.MostWaiting)]).Select(text => Texts.Say(text)));

    private async Task<IActionResult?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if ((await start.ReadAsync(number, Sheet, null, cancellationToken)).Failed(out var problem, out var view)) return problem.Kind == ProblemKind.Conflict ? LocalRedirect($"/arbete/{Uri.EscapeDataString(number)}") : ShowProblem(problem);
        View = view;
        return view.OpenRound is { } open ? LocalRedirect($"/arbete/bedomning/{open}") : null;
    }

    internal sealed class StartFields
    {
        public string? Sheet { get; set; }
        public DateOnly? LastDay { get; set; }
        public List<Guid> Reviewers { get; set; } = [];
    }
}
