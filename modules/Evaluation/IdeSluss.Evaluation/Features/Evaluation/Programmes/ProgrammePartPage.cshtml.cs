using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ManageProgrammes)]
internal sealed class ProgrammePartPageModel(ReadProgrammes read, SaveProgramme save) : IdeSlussPageModel
{
    public const string Prefix = "Plan";

    public string Name { get; private set; } = "";

    public ProgrammePart Part { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(string program, string del, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, del, cancellationToken) is not { } stored) return ShowProblem(SaveProgramme.NoSuchProgramme);
        Answers = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, string del, int version, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, del, cancellationToken) is null) return ShowProblem(SaveProgramme.NoSuchProgramme);
        (Version, Answers) = (version, Answers.FromPost(Part.Form, Request.Form, Prefix));
        if (FormRows.AsksForRow(Request.Form)) return Page();
        return (await save.UpdateAsync(program, del, Answers, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, Prefix) : LocalRedirect($"/arbete/program/{Uri.EscapeDataString(program)}?klart=sparat");
    }

    private async Task<Answers?> LoadAsync(string code, string address, CancellationToken cancellationToken)
    {
        if (ProgrammeForms.Part(address) is not { } part || await read.OneAsync(code, cancellationToken) is not { } one) return null;
        (Part, Name, Version) = (part, ProgrammePlan.Of(one).Name, one.Version);
        return Answers.Parse(part.Of(one));
    }
}
