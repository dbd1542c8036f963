using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

[RequirePermission(IdeasPermissions.Sort)]
internal sealed class SortModel(FindSortScreen screens, SortIdea sort, SortReplyPreview preview, SimilarOffers offers, Redirect.DutyContact duty, TimeProvider time) : IdeSlussPageModel
{
    /// <summary>Beginning of the button that chooses a similar idea to merge with; its number follows.</summary>
    public const string MergeButton = "slaihop:";

    [BindProperty]
    public SortInput Input { get; set; } = new();

    /// <summary>Which button was pressed.</summary>
    [BindProperty(Name = "handling")]
    public string? Button { get; set; }

    [TempData]
    public string? Message { get; set; }

    public SortScreen Screen { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public IReadOnlyList<MaskChoice> Masking { get; private set; } = [];

    public string? Preview { get; private set; }

    public bool SavedByOther { get; private set; }

    /// <summary>What a button filled in.</summary>
    public string? Chosen { get; private set; }

    public string DutyPhone => duty.Phone;

    public IReadOnlyList<Choice> Areas => [.. IdeaAreas.All.Select(area => new Choice(area.Code, Texts[area.Name]))];

    public IReadOnlyList<Choice> Units => [.. Screen.Units.Select(unit => new Choice(unit.Id.ToString(), new string('\u2003', unit.Depth) + unit.Name))];

    public IReadOnlyList<Choice> Languages => [.. TextLanguages.All.Select(language => new Choice(language.Tag, Texts[language.Name]))];

    /// <summary>The track that an outcome itself sets is no choice here.</summary>
    public IReadOnlyList<Choice> Tracks =>
    [
        .. Screen.Workflow.Tracks.Where(track => Screen.Gate.Outcomes.All(outcome => outcome.SetsTrack != track.Code))
            .Select(track => new Choice(track.Code, track.Code == Screen.ProposedTrack ? Texts["{0} (föreslås)", Texts[track.Name].Value] : Texts[track.Name], Texts[track.Explanation])),
    ];

    public IReadOnlyList<Choice> Outcomes => [.. Screen.Gate.OutcomesIn(Screen.Case.Track).Select(outcome => new Choice(outcome.Code, Texts[outcome.Name]))];

    public IReadOnlyList<Choice> Targets => [.. Screen.Workflow.Redirects.Select(target => new Choice(target.Code, Texts[target.Name]))];

    public IReadOnlyList<Choice> CloseReasons =>
    [
        .. Screen.Gate.Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Close && outcome.CloseReasons.Count > 1).SelectMany(outcome => outcome.CloseReasons).Distinct()
            .Select(code => Screen.Workflow.CloseReasons.First(reason => reason.Code == code)).Select(reason => new Choice(reason.Code, Texts[reason.Name])),
    ];

    /// <summary>For the small script that folds away what the chosen decision does not ask.</summary>
    public string OutcomesOf(OutcomeKind kind) => JsonSerializer.Serialize(Screen.Gate.Outcomes.Where(outcome => outcome.Kind == kind).Select(outcome => outcome.Code));

    public string OutcomesWithReasons => JsonSerializer.Serialize(Screen.Gate.Outcomes.Where(outcome => outcome.CloseReasons.Count > 1).Select(outcome => outcome.Code));

    public RedirectTarget? Suggested => Screen.Workflow.Redirects.FirstOrDefault(target => target.Code == Screen.SuggestedRedirect);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        var c = Screen.Case;
        Answers = Screen.Sorting;
        Input = new()
        {
            Version = c.Version, PublicTitle = c.PublicTitle ?? c.OriginalTitle, PublicText = c.PublicText ?? c.OriginalText, NeedSentence = c.NeedSentence, Area = c.Area, Unit = c.UnitId,
            Language = TextLanguages.Exists(c.Language) ? c.Language : TextLanguages.Unknown, Track = c.Track, RedirectTarget = Screen.SuggestedRedirect,
        };
        Masking = MaskChoice.In(Input.PublicText);
        await offers.ShownAsync(Screen.Similar, SimilarPlace.Sorting, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        Answers = Answers.FromPost(Screen.Form, Request.Form, $"{nameof(Input)}.{FormKeys.Sorting}");
        Screen = Screen with { ProposedTrack = TrackProposal.From(Answers) };
        var text = SubmittedText.Lines(Input.PublicText);
        if (Button == "maska")
        {
            text = MaskChoice.Apply(text, Input.Mask);
            Input.PublicText = text;
            ModelState.Remove($"{nameof(Input)}.{nameof(Input.PublicText)}");
        }

        Masking = MaskChoice.In(text);
        if (Button == "maska") return Page();
        if (Button?.StartsWith(MergeButton, StringComparison.Ordinal) == true) return MergeWith(Button[MergeButton.Length..]);
        if (Button == "forhandsgranska") return ShowPreview();

        var outcome = await sort.HandleAsync(Input.ToRequest(number, Answers, decides: Button != "spara"), cancellationToken);
        if (outcome.Failed(out var problem, out var receipt)) return Refused(problem);
        Message = receipt.Decision is not { } decision ? Texts["Sparat. Idén är inte beslutad än."]
            : decision.EffectiveAt <= time.GetUtcNow() ? Texts["Klart. Ärendet är lämnat till mottagaren och syns inte längre här."]
            : Texts["Beslutat: {0}.", number];
        return Redirect(receipt.Decision is null ? $"/arbete/{number}/sortera" : "/arbete");
    }

    /// <summary>Fills in the decision; nothing is decided by it.</summary>
    private PageResult MergeWith(string other)
    {
        Input.MergeInto = other;
        Input.Outcome = Screen.Gate.Outcomes.FirstOrDefault(outcome => outcome.Kind == OutcomeKind.Merge)?.Code;
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.MergeInto)}");
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Outcome)}");
        Chosen = Texts["Nu står {0} i beslutet längre ner. Skriv skälet och besluta.", other];
        return Page();
    }

    private IActionResult ShowPreview()
    {
        if (Screen.Gate.Outcomes.FirstOrDefault(outcome => outcome.Code == Input.Outcome) is not { } chosen)
            return ShowProblem(Problem.Invalid(new FieldError(nameof(Input.Outcome), "Beslut: välj ett av besluten i listan.")), nameof(Input));
        Preview = preview.Of(Screen.Workflow, chosen, Input.ToDecision(), Screen.Case.Language);
        return Page();
    }

    /// <summary>What was typed stays. After someone else's change the page shows theirs and lets the coach decide again, knowingly.</summary>
    private IActionResult Refused(Problem problem)
    {
        if (problem.Kind == ProblemKind.Stale)
        {
            SavedByOther = true;
            Input.Version = Screen.Case.Version;
            ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
        }

        // To a person, what is missing is something to correct here; only the API calls it a conflict.
        return ShowProblem(problem.Kind == ProblemKind.Conflict && problem.Errors.Count > 0 ? problem with { Kind = ProblemKind.Invalid } : problem, nameof(Input));
    }

    private async Task<IActionResult?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        var outcome = await screens.HandleAsync(number, cancellationToken);
        if (outcome.Failed(out var problem, out var screen)) return ShowProblem(problem);
        Screen = screen;
        return null;
    }
}

internal sealed class SortInput
{
    public int Version { get; set; }

    public string? PublicTitle { get; set; }

    public string? PublicText { get; set; }

    public List<string> Mask { get; set; } = [];

    public string? NeedSentence { get; set; }

    public string? Area { get; set; }

    public Guid? Unit { get; set; }

    public string? Language { get; set; }

    public string? Track { get; set; }

    public string? Outcome { get; set; }

    public string? RedirectTarget { get; set; }

    public string? MergeInto { get; set; }

    public string? Question { get; set; }

    public string? CloseReason { get; set; }

    public string? Reason { get; set; }

    public string? Reply { get; set; }

    public bool Impartial { get; set; }

    public SortDecision ToDecision() => new(Outcome ?? "", Reason, Reply, Impartial, CloseReason, RedirectTarget, MergeInto, Question);

    public SortRequest ToRequest(string number, Answers sorting, bool decides) => new()
    {
        CaseNumber = number, Version = Version, PublicTitle = PublicTitle, PublicText = PublicText, NeedSentence = NeedSentence, Area = Area, Unit = Unit, Language = Language, Track = Track,
        Sorting = sorting, Decision = decides ? ToDecision() : null,
    };
}
