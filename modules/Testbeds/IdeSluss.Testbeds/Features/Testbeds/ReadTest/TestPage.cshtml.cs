using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.CloseTest;
using IdeSluss.Testbeds.Features.Testbeds.StartTest;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTest;

[RequirePermission(TestbedsPermissions.ReadTests)]
internal sealed class TestPageModel(ReadTests tests, StartTest.StartTest start, CloseTest.CloseTest close, TimeProvider time) : IdeSlussPageModel
{
    /// <summary>The result of a small test, which is asked here so that such a test is one page.</summary>
    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public TestView Test { get; private set; } = null!;

    public bool IsSmall => Test.Track == Tracks.Small;

    public bool CanStart => Test is { Status: TrialStatus.Preparing, MayPrepare: true, Missing.Count: 0 } && (Test.Leads || IsSmall);

    public bool CanLog => Test is { Leads: true, Status: TrialStatus.Running or TrialStatus.Ended };

    public bool AsksResult => IsSmall && CanLog;

    public IReadOnlyList<Choice> Verdicts => TestWords.Verdicts(Texts);

    public IReadOnlyList<Choice> Recommendations => TestWords.Recommendations(Texts);

    public Text When(TestBooking booking) => BookingWords.Of(booking.ToPeriod(), time.StockholmToday());

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string test, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "starta" => "Testet har börjat.",
            "sparad" => "Sparat.",
            "slut" => "Testet är slut. Skriv in resultatet när ni har det.",
            "resultat" => "Tack! Testet är avslutat. Resultatet finns i idéns testrapport och lärdomsblad.",
            _ => null,
        };
        return await ShowAsync(test, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string test, int version, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "starta" => await start.HandleAsync(test, version, cancellationToken),
            "resultat" => await close.HandleAsync(test, Input, version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/tester/{Uri.EscapeDataString(test)}?klart={gor}");
        if (await ShowAsync(test, cancellationToken) is { } gone) return gone;
        // What is missing before the start is listed on the page, each with its link.
        return ShowProblem(gor == "starta" ? problem with { Errors = [] } : problem, nameof(Input));
    }

    private async Task<IActionResult?> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if ((await tests.FindAsync(number, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Test = found;
        return null;
    }
}
