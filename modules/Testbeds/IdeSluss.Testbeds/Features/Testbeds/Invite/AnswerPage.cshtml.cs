using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

[OpenToAll("the link in the mail shows who is asked")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class AnswerPageModel(AnswerInvitation answer, KeptTaxonomy kept) : IdeSlussPageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    /// <summary>Null when it has just been answered.</summary>
    public OpenInvitation? Invitation { get; private set; }

    public bool Finished { get; private set; }

    public Taxonomy Taxonomy { get; private set; } = new([]);

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<TestbedKind>().Select(kind => new Choice(kind.ToString(), Texts[TestbedWords.Of(kind)]))];

    public IReadOnlyList<Choice> YesNo => [new("true", Texts["Ja"]), new("false", Texts["Nej"]), new("", Texts["Vet inte"])];

    public IReadOnlyList<Choice> Terms(TermKind kind) => [.. Taxonomy.Offered(kind).Select(term => new Choice(term.Code, Texts.Name(term)))];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => await ShowAsync(token, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string token, string? gor, CancellationToken cancellationToken)
    {
        if (gor == "beskriv")
        {
            if (!(await answer.DescribeAsync(token, Input.ToDescription(), cancellationToken)).Failed(out var wrong, out _)) return LocalRedirect($"/testbaddar/inventering/{Uri.EscapeDataString(token)}");
            return await ShowAsync(token, cancellationToken) ?? ShowProblem(wrong, nameof(Input));
        }

        var outcome = gor switch
        {
            "stammer" => await answer.ConfirmAsync(token, cancellationToken),
            "andrat" => await answer.ReportChangeAsync(token, Input.Note, cancellationToken),
            _ => await answer.FinishAsync(token, Input.Note, cancellationToken),
        };
        if (outcome.Failed(out var problem, out _)) return await ShowAsync(token, cancellationToken) ?? ShowProblem(problem, nameof(Input));
        Finished = true;
        return Page();
    }

    private async Task<IActionResult?> ShowAsync(string token, CancellationToken cancellationToken)
    {
        if ((await answer.FindAsync(token, cancellationToken)).Failed(out var problem, out var invitation)) return ShowProblem(problem);
        Invitation = invitation;
        Taxonomy = await kept.GetAsync(cancellationToken);
        return null;
    }
}

/// <summary>The short form and the word that goes with an answer.</summary>
internal sealed class AnswerInput
{
    public string? Name { get; set; }
    public string? Description { get; set; }
    public TestbedKind? Kind { get; set; }
    public List<string> Capabilities { get; set; } = [];
    public List<string> TargetGroups { get; set; } = [];
    public string? Address { get; set; }
    public string? ContactRole { get; set; }
    public Dictionary<string, bool?> Accessibility { get; set; } = [];
    public string? Note { get; set; }

    public ShortDescription ToDescription() => new(Name, Description, Kind, Capabilities, TargetGroups, Address, ContactRole, Accessibility);
}
