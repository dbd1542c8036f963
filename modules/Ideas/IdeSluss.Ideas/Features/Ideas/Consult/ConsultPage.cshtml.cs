using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>Whom the case has asked and what they said; and a new question.</summary>
[RequirePermission(IdeasPermissions.Prepare)]
internal sealed class ConsultPageModel(AskBody ask, TimeProvider time) : IdeSlussPageModel
{
    private const int UsualDays = 15;

    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    /// <summary>The body that a list of what is missing leads to.</summary>
    [BindProperty(SupportsGet = true, Name = "fraga")]
    public string? Wanted { get; set; }

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public ConsultScreen Screen { get; private set; } = null!;

    /// <summary>Those the next decision waits for come first.</summary>
    public IReadOnlyList<Choice> Bodies =>
    [
        .. Screen.Bodies.OrderByDescending(body => Screen.Required.Contains(body.Code)).ThenBy(body => Texts[body.Name].Value, StringComparer.CurrentCulture)
            .Select(body => new Choice(body.Code, Screen.Required.Contains(body.Code) ? Texts["{0} (krävs före beslutet)", Texts[body.Name].Value] : Texts[body.Name])),
    ];

    public static string OtherUnit => System.Text.Json.JsonSerializer.Serialize(new[] { ConsultationBodies.OtherUnit });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        var body = Screen.Bodies.FirstOrDefault(one => one.Code == Wanted);
        Input = new() { Body = body?.Code, LastDay = body is null ? WorkingDays.Add(time.StockholmToday(), UsualDays) : ConsultationRules.ProposedLastDay(body, time.StockholmToday()) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (!ModelState.IsValid) return ShowErrors();
        var outcome = await ask.HandleAsync(Number, new(Input.Body, Input.Question, Input.LastDay, Input.Note), cancellationToken);
        return outcome.Failed(out var refused, out _) ? ShowProblem(refused, nameof(Input)) : Redirect($"/arbete/{Screen.CaseNumber}/samrad");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await ask.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var screen)) return problem;
        Screen = screen;
        return null;
    }

    public sealed class QuestionInput
    {
        public string? Body { get; set; }
        public string? Note { get; set; }
        public string? Question { get; set; }
        public DateOnly? LastDay { get; set; }
    }
}
