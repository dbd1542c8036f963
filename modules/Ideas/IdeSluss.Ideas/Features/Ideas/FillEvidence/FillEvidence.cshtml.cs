using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <summary>One form of the idékort: save what one knows, finish it later.</summary>
[RequirePermission(IdeasPermissions.Evidence)]
internal sealed class FillEvidenceModel(SaveEvidence save, CurrentUser user) : IdeSlussPageModel
{
    private const string Prefix = "Evidence";

    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "form")]
    public string FormKey { get; set; } = "";

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true, Name = "sparat")]
    public bool JustSaved { get; set; }

    public EvidenceCard Card { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    /// <summary>Managers come from the decision, coaches from the case, others from their start page.</summary>
    public string BackTo => user.Has(IdeasPermissions.Decide) ? $"/att-besluta/{Number}" : user.Has(IdeasPermissions.Work) ? $"/arbete/{Number}" : "/arbete";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Card.Answers;
        Version = Card.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? handling, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(Card.Form, Request.Form, Prefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        var complete = handling != "spara";
        var outcome = await save.HandleAsync(new(Number, FormKey, Answers, complete, Version ?? 0), cancellationToken);
        if (outcome.Problem is { } refused) return ShowProblem(refused, Prefix);
        return complete ? Redirect(BackTo) : Redirect($"/arbete/{Number}/underlag/{FormKey}?sparat=true");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await save.ReadAsync(Number, FormKey, cancellationToken)).Failed(out var problem, out var card)) return problem;
        Card = card;
        return null;
    }
}
