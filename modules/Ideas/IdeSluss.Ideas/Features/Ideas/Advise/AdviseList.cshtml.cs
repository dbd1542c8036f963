using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.Advise;

/// <summary>Cases that wait for advice from the reader's role.</summary>
[RequirePermission(IdeasPermissions.Advise)]
internal sealed class AdviseListModel(GiveAdvice advice, AnswerBody consultations) : IdeSlussPageModel
{
    public IReadOnlyList<WaitingAdvice> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingConsultation> Consultations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await advice.ListAsync(cancellationToken);
        Consultations = await consultations.ListAsync(cancellationToken);
    }
}
