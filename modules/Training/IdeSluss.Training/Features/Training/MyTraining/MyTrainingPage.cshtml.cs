using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Features.Training.Hours;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.MyTraining;

[RequireLogin]
internal sealed class MyTrainingPageModel(MyTraining training, OwnCertificates certificates, TrainingHours hours, TimeProvider time) : IdeSlussPageModel
{
    public IReadOnlyList<MyTrack> Tracks { get; private set; } = [];

    public IReadOnlyList<MyEnrolment> Enrolments { get; private set; } = [];

    public IReadOnlyList<OwnCertificate> Certificates { get; private set; } = [];

    /// <summary>Attended this year.</summary>
    public IReadOnlyList<AttendedSession> Hours { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Tracks = await training.TracksAsync(cancellationToken);
        Enrolments = await training.EnrolmentsAsync(cancellationToken);
        Certificates = await certificates.ListAsync(cancellationToken);
        var today = time.StockholmToday();
        Hours = await hours.MineAsync(new(today.Year, 1, 1), today, cancellationToken);
    }
}
