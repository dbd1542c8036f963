using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>The way to an idea that was offered as similar: counts that it was opened. The page itself is the same for everyone and can be cached whole.</summary>
[OpenToAll("leads to a public idea; all others answer 404")]
internal sealed class OpenSimilarModel(SimilarOffers offers) : IdeSlussPageModel
{
    public async Task<IActionResult> OnGetAsync(string number, SimilarPlace? plats, string? till, CancellationToken cancellationToken) =>
        await offers.OpenedAsync(number, plats ?? SimilarPlace.Review, cancellationToken)
            ? Redirect(till == "lardom" ? $"/ideer/{number}/lardom" : $"/ideer/{number}")
            : ShowProblem(ReadIdea.NoSuchIdea);
}
