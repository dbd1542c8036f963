using IdeSluss.Evaluation.Data;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

[RequirePermission(EvaluationPermissions.ReadRounds)]
internal sealed class RoundsPageModel(ReadRounds rounds, IJudgedCases cases, EvaluationDbContext db, CurrentUser me) : IdeSlussPageModel
{
    private const int MostPerGate = 20;

    public static IReadOnlyList<(string Address, string Label)> Views { get; } = [("pagar", "På gång"), ("att-borja", "Inte bedömda"), ("avslutade", "Avslutade")];

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public string View => Views.Any(one => one.Address == Show) ? Show! : Views[0].Address;

    public Page<RoundLine> Rounds { get; private set; } = new([], null);

    public IReadOnlyList<(string Gate, IReadOnlyList<JudgedCase> Ideas)> Unjudged { get; private set; } = [];

    public bool MayAsk => me.Has(EvaluationPermissions.Ask);

    public bool MayManageSheets => me.Has(EvaluationPermissions.ManageSheets);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (View == "att-borja") Unjudged = MayAsk ? await UnjudgedAsync(cancellationToken) : [];
        else Rounds = await rounds.ListAsync(View == "pagar", After, cancellationToken);
    }

    /// <summary>What waits for a decision that ideas are judged before, in the full track, and nobody has been asked about.</summary>
    private async Task<IReadOnlyList<(string, IReadOnlyList<JudgedCase>)>> UnjudgedAsync(CancellationToken cancellationToken)
    {
        var found = new List<(string, IReadOnlyList<JudgedCase>)>();
        foreach (var gate in EvaluationWords.JudgedGates)
        {
            var waiting = await cases.WaitingAsync(gate, Tracks.Full, me.Scope(EvaluationPermissions.Ask), 200, cancellationToken);
            var ids = waiting.Select(idea => idea.IdeaId).ToList();
            var judged = (await db.Rounds.AsNoTracking().Where(round => round.Gate == gate && ids.Contains(round.IdeaId)).Select(round => round.IdeaId).ToListAsync(cancellationToken)).ToHashSet();
            if (waiting.Where(idea => !judged.Contains(idea.IdeaId)).Take(MostPerGate).ToList() is { Count: > 0 } rest) found.Add((gate, rest));
        }

        return found;
    }
}
