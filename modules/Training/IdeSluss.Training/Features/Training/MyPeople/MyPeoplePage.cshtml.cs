using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.MyPeople;

[RequirePermission(TrainingPermissions.ApproveEnrolments)]
internal sealed class MyPeoplePageModel(ReadMyPeople read) : IdeSlussPageModel
{
    public Page<PersonCompetence> People { get; private set; } = null!;

    public async Task OnGetAsync(string? efter, CancellationToken cancellationToken) => People = await read.ListAsync(efter, cancellationToken);
}
