using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.PrintForm;

/// <summary>One filled-in form on paper. A form that decides something also says who answered what, and when.</summary>
[RequirePermission(IdeasPermissions.ReadEvidence)]
internal sealed class PrintFormModel(SaveEvidence evidence, IPeopleDirectory people) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "form")]
    public string FormKey { get; set; } = "";

    public EvidenceCard Card { get; private set; } = null!;

    public IReadOnlyList<(string Question, string Who, DateTimeOffset At)> Trail { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await evidence.ReadAsync(Number, FormKey, cancellationToken)).Failed(out var problem, out var card)) return ShowProblem(problem);
        Card = card;
        if (card.Form.Decisions is not null && card.Row is { } row) Trail = await TrailAsync(card, AnswerTrail.Parse(row.Trail), cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyList<(string, string, DateTimeOffset)>> TrailAsync(EvidenceCard card, AnswerTrail trail, CancellationToken cancellationToken)
    {
        var who = await people.FindManyAsync([.. trail.Fields.Values.Select(one => one.By).Distinct()], cancellationToken);
        return
        [
            .. from field in card.Form.Fields
               let answered = trail.Fields.GetValueOrDefault(field.Key)
               where answered is not null
               select (field.Label, who.GetValueOrDefault(answered.By)?.DisplayName ?? "–", answered.At),
        ];
    }
}
