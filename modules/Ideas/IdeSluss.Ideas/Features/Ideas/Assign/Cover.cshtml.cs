using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

[RequirePermission(IdeasPermissions.Assign)]
internal sealed class CoverModel(CoverForAbsence cover) : IdeSlussPageModel
{
    [BindProperty]
    public CoverInput Input { get; set; } = new();

    [TempData]
    public int? Moved { get; set; }

    public IReadOnlyList<CoachLoad> Coaches { get; private set; } = [];

    public IReadOnlyList<Choice> Choices => [.. Coaches.Select(coach => new Choice(coach.Id.ToString(), Texts["{0}: {1} öppna ärenden", coach.Name, coach.OpenCases]))];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Coaches = await cover.CoachesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await cover.HandleAsync(new(Input.From, Input.To), cancellationToken);
        if (outcome.Failed(out var problem, out var moved))
        {
            Coaches = await cover.CoachesAsync(cancellationToken);
            return ShowProblem(problem, nameof(Input));
        }

        Moved = moved;
        return Redirect("/arbete/fordela");
    }

    public sealed class CoverInput
    {
        public Guid? From { get; set; }

        public Guid? To { get; set; }
    }
}
