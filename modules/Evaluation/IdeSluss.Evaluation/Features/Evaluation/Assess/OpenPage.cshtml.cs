using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

[RequirePermission(EvaluationPermissions.Assess)]
internal sealed class OpenPageModel(OpenAssessment open, ReadInQuestions questions, TimeProvider time) : IdeSlussPageModel
{
    private const int UsualDays = 21;

    [BindProperty]
    public AssessmentFields Input { get; set; } = new();

    public IReadOnlyList<Choice> Sets { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [new(nameof(AssessmentKind.Staff), Texts["De som arbetar där"], Texts["Var och en svarar för sig. Ingen ser vem som har svarat vad."]), new(nameof(AssessmentKind.Manager), Texts["Chefen för enheten"], Texts["Chefen svarar en gång."])];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var today = time.StockholmToday();
        Input = new() { Set = Sets is [var only] ? only.Value : null, Unit = Units is [var unit] ? Guid.Parse(unit.Value) : null, Year = today.Year, LastDay = today.AddDays(UsualDays) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await open.HandleAsync(new(Input.Set, Input.Unit, Input.Year, Input.Kind, Input.LastDay), cancellationToken)).Failed(out var problem, out var id)) return LocalRedirect($"/arbete/sjalvskattning/{id}");
        await LoadAsync(cancellationToken);
        return ShowProblem(problem, nameof(Input));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Sets = [.. (await questions.ListAsync(cancellationToken)).Select(set => new Choice(set.Code, set.Title))];
        Units = [.. (await open.UnitsAsync(cancellationToken)).Select(unit => new Choice($"{unit.Id}", unit.Name))];
    }

    internal sealed class AssessmentFields
    {
        public string? Set { get; set; }
        public Guid? Unit { get; set; }
        public int? Year { get; set; }
        public AssessmentKind? Kind { get; set; }
        public DateOnly? LastDay { get; set; }
    }
}
