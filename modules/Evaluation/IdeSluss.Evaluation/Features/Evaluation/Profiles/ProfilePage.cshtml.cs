using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

[OpenToAll("opened with the link from the receipt of an idea, which nobody else has")]
internal sealed class ProfilePageModel(AnswerProfile answer, StatisticsNames names) : IdeSlussPageModel
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public string Link { get; private set; } = "";

    public IReadOnlyList<Choice> Sexes { get; private set; } = [];

    public IReadOnlyList<Choice> Ages { get; private set; } = [];

    /// <summary>What was done, Swedish; null before.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kod, CancellationToken cancellationToken)
    {
        if (answer.Find(kod).Failed(out var problem, out _)) return ShowProblem(problem);
        await FillAsync(kod!, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? kod, string? handling, CancellationToken cancellationToken)
    {
        if (answer.Find(kod).Failed(out var missing, out _)) return ShowProblem(missing);
        await FillAsync(kod!, cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        var outcome = handling == "ta-bort" ? await answer.ForgetAsync(kod, cancellationToken) : await answer.SaveAsync(kod, Input, cancellationToken);
        if (outcome.Failed(out var problem, out _)) return ShowProblem(problem, nameof(Input));
        Done = handling == "ta-bort" ? "Dina svar är borttagna." : "Tack! Svaren är sparade.";
        return Page();
    }

    private async Task FillAsync(string link, CancellationToken cancellationToken)
    {
        Link = link;
        Sexes = [.. await ChoicesAsync(names, Dimensions.Sex, Texts, cancellationToken), new("", Texts["Vill inte svara"])];
        Ages = [.. (await ChoicesAsync(names, Dimensions.Age, Texts, cancellationToken)).Where(one => one.Value != "Unknown")];
    }

    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(StatisticsNames names, string dimension, Microsoft.Extensions.Localization.IStringLocalizer texts, CancellationToken cancellationToken) =>
        [.. (await names.OfAsync(dimension, cancellationToken)).Where(part => part.Code is not (Dimensions.None or Dimensions.Unsaid)).Select(part => new Choice(part.Code, part.Code == "annat" ? texts["Annat"] : part.Code == "kvinna" ? texts["Kvinna"] : part.Code == "man" ? texts["Man"] : texts[part.Name]))];
}
