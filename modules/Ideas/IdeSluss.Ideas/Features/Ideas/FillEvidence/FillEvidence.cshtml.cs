using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <summary>One form of the idékort: save what one knows, finish it later. Who may not fill it in reads it.</summary>
[RequirePermission(IdeasPermissions.ReadEvidence)]
internal sealed class FillEvidenceModel(SaveEvidence save, CurrentUser user, IFormRegistry forms) : IdeSlussPageModel
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

    /// <summary>What keeps the case although everything is answered: an approval that is not there yet, an answer that returns it.</summary>
    public IReadOnlyList<FieldError> Open => Card.Row is { Complete: true } ? Card.Evaluation.Open : [];

    /// <summary>Managers come from the decision, coaches from the case, others from their start page.</summary>
    public string BackTo => user.Has(IdeasPermissions.Decide) ? $"/att-besluta/{Number}" : user.Has(IdeasPermissions.Work) ? $"/arbete/{Number}" : "/arbete";

    /// <summary>Guides that help with this form, for whoever fills it in.</summary>
    public IReadOnlyList<FormDefinition> Guides => Card.MayFill ? [.. EqualityGuides.HelpingWith(FormKey).Select(guide => forms.Current(guide)).OfType<FormDefinition>()] : [];

    /// <summary>No decision asks for it: its answers are of use in the basis of the decision.</summary>
    public bool IsGuide => EqualityGuides.NeededFor(FormKey) != FormKey;

    public string AddressOf(string form) => EvidenceAddress.Of(Number, form);

    public static string AnchorOf(string field) => TagBuilder.CreateSanitizedId($"{Prefix}.{field}", "_");

    /// <summary>Written to go on from a title; alone it is a sentence.</summary>
    public string Sentence(Text message) => Texts.Say(message) is { Length: > 0 } said ? char.ToUpper(said[0], System.Globalization.CultureInfo.CurrentCulture) + said[1..] : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Card.Evaluation.Own;
        Version = Card.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? handling, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(Card.Form, Request.Form, Prefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        if (RemovedAnswers.Posted(Card.Form, Request.Form, Prefix) is { Count: > 0 } removed) return ShowProblem(RemovedAnswers.Problem(removed), Prefix);
        var complete = handling != "spara";
        var outcome = await save.HandleAsync(new(Number, FormKey, Answers, complete, Version ?? 0), cancellationToken);
        if (outcome.Failed(out var refused, out var saved)) return ShowProblem(refused, Prefix);
        // What follows from the answers is worth seeing before one leaves.
        return complete && saved.Cleared ? Redirect(BackTo) : Redirect($"/arbete/{Number}/underlag/{FormKey}?sparat=true");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await save.ReadAsync(Number, FormKey, cancellationToken)).Failed(out var problem, out var card)) return problem;
        Card = card;
        return null;
    }
}

/// <summary>Where a form of a case is filled in; the case's own facts are changed on the case.</summary>
internal static class EvidenceAddress
{
    public static string Of(string caseNumber, string form) => form == Contracts.FormKeys.Case ? $"/arbete/{caseNumber}" : $"/arbete/{caseNumber}/underlag/{form}";
}
