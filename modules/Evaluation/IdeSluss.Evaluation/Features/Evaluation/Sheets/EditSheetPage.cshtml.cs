using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class EditSheetPageModel(ReadSheets sheets, SaveSheet save) : IdeSlussPageModel
{
    private const string Prefix = "Sheet";

    public SheetView Sheet { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string mall, CancellationToken cancellationToken)
    {
        if ((await sheets.FindAsync(mall, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Sheet, Answers, Version) = (found, SheetWriting.ToAnswers(found.Content), found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string mall, int version, CancellationToken cancellationToken)
    {
        if ((await sheets.FindAsync(mall, cancellationToken)).Failed(out var gone, out var found)) return ShowProblem(gone);
        (Sheet, Version, Answers) = (found, version, Answers.FromPost(SheetWriting.Form, Request.Form, Prefix));
        if (FormRows.AsksForRow(Request.Form)) return Page();
        return (await save.UpdateAsync(mall, Answers, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, Prefix) : LocalRedirect($"/arbete/bedomning/mallar/{Uri.EscapeDataString(mall)}?klart=sparad");
    }
}
