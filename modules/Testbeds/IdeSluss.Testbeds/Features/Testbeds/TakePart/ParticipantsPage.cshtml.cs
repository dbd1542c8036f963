using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

[RequirePermission(TestbedsPermissions.LeadTests)]
internal sealed class ParticipantsPageModel(Participants participants) : IdeSlussPageModel
{
    [BindProperty]
    public ParticipantInput Input { get; set; } = new() { Language = "sv" };

    public TestParticipants Test { get; private set; } = null!;

    public string? Said { get; private set; }

    public IReadOnlyList<Choice> Groups => [.. Enum.GetValues<ParticipantGroup>().Select(one => new Choice(one.ToString(), Texts[TestWords.Of(one)]))];

    public IReadOnlyList<Choice> Ages => [.. Enum.GetValues<AgeBand>().Select(one => new Choice(one.ToString(), Texts[TestWords.Of(one)]))];

    public IReadOnlyList<Choice> Formats => [.. Enum.GetValues<ConsentFormat>().Select(one => new Choice(one.ToString(), Texts[TestWords.Of(one)]))];

    public IReadOnlyList<Choice> Languages => [.. TakePartRules.Languages.Select(one => new Choice(one, Texts[TestWords.OfLanguage(one)]))];

    public IReadOnlyList<Choice> Givers => [.. Enum.GetValues<ConsentGiver>().Select(one => new Choice(one.ToString(), Texts[TestWords.Of(one)]))];

    public async Task<IActionResult> OnGetAsync(string test, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "ny" => "Deltagaren är inskriven.",
            "angrat" => "Namnet är borttaget, och inget mer samlas in om personen.",
            _ => null,
        };
        return await ShowAsync(test, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string test, Guid? angra, CancellationToken cancellationToken)
    {
        var problem = angra is { } id
            ? (await participants.WithdrawAsync(test, id, cancellationToken)).Problem
            : (await participants.AddAsync(test, Input, cancellationToken)).Problem;
        if (problem is null) return LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}/deltagare?klart={(angra is null ? "ny" : "angrat")}");
        return await ShowAsync(test, cancellationToken) ?? ShowProblem(problem, nameof(Input));
    }

    private async Task<IActionResult?> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if ((await participants.ReadAsync(number, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Test = found;
        return null;
    }
}
