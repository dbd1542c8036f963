using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Irregularities;

[RequirePermission(IdeasPermissions.ReceiveIrregularities)]
internal sealed class IrregularitiesModel(IrregularityDesk desk) : IdeSlussPageModel
{
    [BindProperty]
    public IrregularityInput Input { get; set; } = new();

    public IReadOnlyList<IrregularityItem> Items { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = await desk.FindAsync(cancellationToken);

    public async Task<IActionResult> OnPostReceiveAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.AcknowledgeAsync(new(Input.CaseNumber ?? "", Input.OtherReference), cancellationToken), Texts["Mottaget: {0}.", Input.CaseNumber ?? ""], cancellationToken);

    public async Task<IActionResult> OnPostHandBackAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.HandBackAsync(new(Input.CaseNumber ?? "", Input.Why), cancellationToken), Texts["{0} är tillbaka hos coacherna.", Input.CaseNumber ?? ""], cancellationToken);

    private async Task<IActionResult> AnswerAsync(Outcome<Done> outcome, string done, CancellationToken cancellationToken)
    {
        if (outcome.Failed(out var problem, out _))
        {
            Items = await desk.FindAsync(cancellationToken);
            return ShowProblem(problem, nameof(Input));
        }

        Message = done;
        return Redirect("/arbete/missforhallanden");
    }

    public sealed class IrregularityInput
    {
        public string? CaseNumber { get; set; }

        public string? OtherReference { get; set; }

        public string? Why { get; set; }
    }
}
