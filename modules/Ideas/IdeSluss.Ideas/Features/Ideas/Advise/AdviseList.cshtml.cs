using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Advise;

/// <summary>Cases that wait for advice from the reader's role. Whoever gives none is led to their own list.</summary>
[RequireLogin]
internal sealed class AdviseListModel(GiveAdvice advice, AnswerBody consultations, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    public IReadOnlyList<WaitingAdvice> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingConsultation> Consultations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!me.Has(IdeasPermissions.Advise)) return await OwnList.OfAsync(me, organisation, cancellationToken) is { } own ? LocalRedirect(own) : ShowProblem(Problem.Forbidden("Sidan är för dem som ger råd om idéer."));
        Waiting = await advice.ListAsync(cancellationToken);
        Consultations = await consultations.ListAsync(cancellationToken);
        return Page();
    }
}
