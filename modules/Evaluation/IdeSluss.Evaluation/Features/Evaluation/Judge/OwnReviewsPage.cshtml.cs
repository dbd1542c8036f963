using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

/// <summary>What waits for one's judgement.</summary>
[RequirePermission(EvaluationPermissions.Judge)]
internal sealed class OwnReviewsPageModel(OwnReviews reviews) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public string? Said { get; private set; }

    public IReadOnlyList<OwnReviewLine> Waiting { get; private set; } = [];

    public Page<OwnReviewLine> Sent { get; private set; } = new([], null);

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "avstod" => "Du har avstått. Tack för att du sa till.",
            "sparad" => "Sparat. Du kan fortsätta när du vill.",
            "jag" => "Ändringen är sparad.",
            _ => null,
        };
        Waiting = await reviews.WaitingAsync(cancellationToken);
        Sent = await reviews.SentAsync(After, cancellationToken);
    }
}
