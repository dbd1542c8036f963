using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.MyTraining;

[RequireLogin]
internal sealed class MyTrainingPageModel(MyTraining training) : IdeSlussPageModel
{
    public IReadOnlyList<MyTrack> Tracks { get; private set; } = [];

    public IReadOnlyList<MyEnrolment> Enrolments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => (Tracks, Enrolments) = (await training.TracksAsync(cancellationToken), await training.EnrolmentsAsync(cancellationToken));
}
