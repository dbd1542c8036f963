using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("ideas that a coach has let through are for everyone; all others answer 404")]
[OutputCache(PolicyName = KeptPages.Policy, Duration = KeptPages.Long, Tags = [IdeaPages.Kept])]
internal sealed class ReadIdeaModel(ReadIdea read) : IdeSlussPageModel
{
    public PublicIdea Idea { get; private set; } = null!;

    /// <summary>The merged idea whose address led here.</summary>
    [BindProperty(SupportsGet = true, Name = "fran")]
    public string? From { get; set; }

    public bool CameFromMerged => Idea.Merged.Any(one => one.CaseNumber == From);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(number, cancellationToken)).Failed(out var problem, out var idea)) return ShowProblem(problem);
        if (idea.CaseNumber != number) return ToTheWhole(idea.CaseNumber, number);
        // What is held shows when the hold ends, and nothing is saved then.
        if (idea.IsHeld && HttpContext.Features.Get<IOutputCacheFeature>() is { } kept) kept.Context.AllowCacheStorage = false;
        Idea = idea;
        return Page();
    }

    /// <summary>Permanent to those who follow links, but never kept by a browser: the ideas may be divided again.</summary>
    private RedirectResult ToTheWhole(string whole, string number)
    {
        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent($"/ideer/{Uri.EscapeDataString(whole)}?fran={Uri.EscapeDataString(number)}");
    }
}
