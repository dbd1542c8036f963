using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("ideas that a coach has let through are for everyone; all others answer 404")]
internal sealed class ReadIdeaModel(ReadIdea read) : IdeSlussPageModel
{
    public PublicIdea Idea { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(number, cancellationToken)).Failed(out var problem, out var idea)) return ShowProblem(problem);
        Idea = idea;
        return Page();
    }
}
