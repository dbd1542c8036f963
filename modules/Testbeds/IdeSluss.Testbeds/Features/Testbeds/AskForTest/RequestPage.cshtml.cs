using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.Agreements;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

[RequirePermission(TestbedsPermissions.Manage)]
[UploadLimit(AgreementApi.MostBytes)]
internal sealed class RequestPageModel(AnswerRequests requests, KeepAgreements agreements) : IdeSlussPageModel
{
    [BindProperty]
    public RequestAnswerInput Input { get; set; } = new();

    [BindProperty]
    public AgreementForm Agreement { get; set; } = new();

    public IReadOnlyList<AgreementLine> Signed { get; private set; } = [];

    public RequestView Found { get; private set; } = null!;

    public int Version { get; private set; }

    public IReadOnlyList<Choice> YesNo => [new("true", Texts["Ja"]), new("false", Texts["Nej"])];

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid forfragan, string? klart, CancellationToken cancellationToken)
    {
        Said = klart == "avtal" ? "Avtalet är sparat." : null;
        if (await ShowAsync(forfragan, cancellationToken) is { } problem) return problem;
        Version = Found.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid forfragan, int version, string? gor, CancellationToken cancellationToken)
    {
        if (gor == "avtal")
        {
            return (await agreements.AddSignedAsync(forfragan, Agreement.Name, AgreementApi.Of(Agreement.File), cancellationToken)).Failed(out var wrong, out _)
                ? await ShowAsync(forfragan, cancellationToken) ?? ShowProblem(wrong, nameof(Agreement))
                : LocalRedirect($"/arbete/testforfragningar/{forfragan}?klart=avtal");
        }

        if (!(await requests.AnswerAsync(forfragan, Input.Accepts, Input.Answer, version, cancellationToken)).Failed(out var problem, out _)) return LocalRedirect("/arbete/testforfragningar");
        Version = version;
        return await ShowAsync(forfragan, cancellationToken) ?? ShowProblem(problem, nameof(Input));
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await requests.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Found = found;
        if (!(await agreements.SignedAsync(id, cancellationToken)).Failed(out _, out var signed)) Signed = signed;
        return null;
    }
}

internal sealed class RequestAnswerInput
{
    public bool? Accepts { get; set; }
    public string? Answer { get; set; }
}
