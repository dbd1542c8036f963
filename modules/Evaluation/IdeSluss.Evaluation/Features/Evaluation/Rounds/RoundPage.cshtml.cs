using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

[RequirePermission(EvaluationPermissions.ReadRounds)]
internal sealed class RoundPageModel(ReadRounds rounds, ManageRound manage) : IdeSlussPageModel
{
    [BindProperty]
    public RoundFields Input { get; set; } = new();

    public RoundView Round { get; private set; } = null!;

    public string? Said { get; private set; }

    public IReadOnlyList<Choice> More { get; private set; } = [];

    public IReadOnlyList<Choice> TalkEnds => [new("true", Texts["Vi ser det nu lika"]), new("false", Texts["Vi ser det fortfarande olika"])];

    public async Task<IActionResult> OnGetAsync(Guid omgang, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "borjad" => "Frågan är skickad. Du får mejl om någon inte kan.",
            "fraga" => "Frågan är skickad.",
            "sluta" => "Personen är inte tillfrågad längre och har fått besked.",
            "avsluta" => "Bedömningen är avslutad.",
            "samtal" => "Det ni kom fram till är sparat.",
            _ => null,
        };
        return await LoadAsync(omgang, cancellationToken) is { } problem ? ShowProblem(problem) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid omgang, int version, string? gor, Guid? review, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "fraga" => await manage.AskAsync(omgang, Input.Reviewers, version, cancellationToken),
            "sluta" when review is { } id => await manage.WithdrawAsync(omgang, id, version, cancellationToken),
            "avsluta" => await manage.CloseAsync(omgang, version, cancellationToken),
            "samtal" => await manage.TalkAsync(omgang, new(Input.Agreed, Input.Text), version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/bedomning/{omgang}?klart={gor}");
        return await LoadAsync(omgang, cancellationToken) is { } gone ? ShowProblem(gone) : ShowProblem(problem, nameof(Input));
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await rounds.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Round = found;
        if (found is { MayAsk: true, ClosedAt: null } && !(await manage.MoreAsync(id, cancellationToken)).Failed(out _, out var more))
            More = [.. more.Where(one => one.MayBeChosen).Select(one => new Choice(one.Candidate.Person.Id.ToString(), one.Candidate.Person.DisplayName, one.Hinder is { } hinder ? Texts.Say(HinderRules.Say(hinder)) : null))];
        return null;
    }

    internal sealed class RoundFields
    {
        public List<Guid> Reviewers { get; set; } = [];
        public bool? Agreed { get; set; }
        public string? Text { get; set; }
    }
}
