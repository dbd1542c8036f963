using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

/// <summary>One page: read, answer, send. Then the others' judgements.</summary>
[RequirePermission(EvaluationPermissions.Judge)]
internal sealed class JudgePageModel(OwnReviews reviews, SendReview send) : IdeSlussPageModel
{
    private const string Prefix = "Judgement";

    public OwnReview Review { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public bool JustSent { get; private set; }

    public bool Waits => Review.State == ReviewState.Waiting && Review.RoundOpen && Review.Idea is not null;

    public async Task<IActionResult> OnGetAsync(Guid bedomning, string? klart, CancellationToken cancellationToken)
    {
        if (await LoadAsync(bedomning, cancellationToken) is { } problem) return ShowProblem(problem);
        (Answers, JustSent) = (Review.Answers, klart == "skickad");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid bedomning, int version, string? sheet, string? gor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(bedomning, cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(Review.Form, Request.Form, Prefix);
        var request = new ReviewRequest(bedomning, Answers, version, sheet);
        var outcome = gor == "spara" ? await send.SaveAsync(request, cancellationToken) : await send.SendAsync(request, cancellationToken);
        if (outcome.Failed(out var refused, out _)) return ShowProblem(refused, Prefix);
        return LocalRedirect(gor == "spara" ? "/mina-bedomningar?klart=sparad" : $"/mina-bedomningar/{bedomning}?klart=skickad");
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await reviews.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Review = found;
        return null;
    }
}
