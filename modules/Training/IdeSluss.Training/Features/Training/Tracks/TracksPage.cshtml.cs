using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.Tracks;

[RequirePermission(TrainingPermissions.ManageTracks)]
internal sealed class TracksPageModel(EditTrack tracks) : IdeSlussPageModel
{
    public IReadOnlyList<(RoleTrack Track, IReadOnlyList<TrackLine> Lines)> Tracks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = new List<(RoleTrack, IReadOnlyList<TrackLine>)>();
        foreach (var track in Enum.GetValues<RoleTrack>()) all.Add((track, [.. (await tracks.ReadAsync(track, cancellationToken)).Where(line => line.Necessity is not null)]));
        Tracks = all;
    }
}
