using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ui.Features.Ui.Accessibility;

/// <summary>The statement, and the form for shortcomings and requests.</summary>
[OpenToAll("the law asks for a statement that everyone can read and a way to report")]
[EnableRateLimiting(RateLimits.Write)]
public sealed class AccessibilityPageModel(InstanceInfo instance, IEnumerable<AccessibilityStatement> provided, IEnumerable<IAccessibilityReports> receivers) : IdeSlussPageModel
{
    private const int MostCharacters = 4_000;

    /// <summary>The municipality's own, provided by its plugin, comes before the product's.</summary>
    public AccessibilityStatement Statement { get; } = provided.LastOrDefault() ?? AccessibilityStatement.Of(instance);

    public bool CanReceive => receivers.Any();

    public AccessibilityReceipt? Receipt { get; private set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public void OnGet(string? sida) => Input.Address = sida;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return ShowErrors();
        if (Check() is { Length: > 0 } errors) return ShowProblem(Problem.Invalid(errors), nameof(Input));
        if (receivers.LastOrDefault() is not { } receiver) return ShowProblem(Problem.Conflict(new Text("Formuläret tar inte emot något just nu. Ring oss på {0}.", instance.Branding.Contact.Phone)));
        var outcome = await receiver.ReceiveAsync(new(Input.Kind == ReportInput.Request, Input.Text!.Trim(), Input.Address.OrNothing(), Input.Contact.OrNothing()), cancellationToken);
        if (outcome.Failed(out var problem, out var receipt)) return ShowProblem(problem, nameof(Input));
        Receipt = receipt;
        ModelState.Clear();
        Input = new();
        return Page();
    }

    private FieldError[] Check()
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Input.Text)) errors.Add(new(nameof(Input.Text), "Vad är svårt att använda? Fältet är tomt."));
        else if (Input.Text.Length > MostCharacters) errors.Add(new(nameof(Input.Text), new Text("Texten är {0} tecken, högst {1} får plats.", Input.Text.Length, MostCharacters)));
        if (Input.Address?.Length > 1_000) errors.Add(new(nameof(Input.Address), "Adressen är för lång."));
        if (Input.Contact?.Length > 200) errors.Add(new(nameof(Input.Contact), "Skriv en e-postadress eller ett telefonnummer."));
        return [.. errors];
    }
}

public sealed class ReportInput
{
    public const string Shortcoming = "brist";
    public const string Request = "begaran";

    public string? Kind { get; set; } = Shortcoming;

    public string? Text { get; set; }

    public string? Address { get; set; }

    public string? Contact { get; set; }
}
