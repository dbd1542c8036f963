using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Inventory;

[RequirePermission(TestbedsPermissions.Read)]
internal sealed class OfficeTestbedModel(OfficeTestbeds testbeds, ChangeState change) : IdeSlussPageModel
{
    public OfficeTestbed Testbed { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "sparad" => "Beskrivningen är sparad.",
            "resurs" => "Det som går att boka är sparat.",
            "stammer" => "Tack. Vi frågar igen om ett år.",
            "publicera" => "Testbädden visas nu för alla.",
            "dolj" => "Testbädden visas inte längre öppet.",
            "arkivera" => "Testbädden är arkiverad.",
            _ => null,
        };
        return await ShowAsync(slug, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int version, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "publicera" => await change.PublishAsync(slug, version, cancellationToken),
            "dolj" => await change.HideAsync(slug, version, cancellationToken),
            "arkivera" => await change.ArchiveAsync(slug, version, cancellationToken),
            "stammer" => await change.ConfirmAsync(slug, version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/testbaddar/{Uri.EscapeDataString(slug)}?klart={gor}");
        return await ShowAsync(slug, cancellationToken) ?? ShowProblem(problem);
    }

    private async Task<IActionResult?> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await testbeds.FindAsync(slug, cancellationToken)).Failed(out var problem, out var testbed)) return ShowProblem(problem);
        Testbed = testbed;
        return null;
    }
}
