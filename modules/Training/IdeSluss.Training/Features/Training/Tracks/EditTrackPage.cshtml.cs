using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Tracks;

[RequirePermission(TrainingPermissions.ManageTracks)]
internal sealed class EditTrackPageModel(EditTrack tracks) : IdeSlussPageModel
{
    [BindProperty]
    public List<TrackLineInput> Lines { get; set; } = [];

    public RoleTrack Track { get; private set; }

    public string Tag { get; private set; } = "";

    public IReadOnlyList<TrackLine> Known { get; private set; } = [];

    public IReadOnlyList<Choice> Necessities => [.. Enum.GetValues<Necessity>().Select(necessity => new Choice(necessity.ToString(), Texts[TrainingWords.Of(necessity)]))];

    public async Task<IActionResult> OnGetAsync(string track, CancellationToken cancellationToken)
    {
        if (!await FillAsync(track, cancellationToken)) return NotFound();
        Lines = [.. Known.Select(line => new TrackLineInput { Code = line.Code, Necessity = line.Necessity, Place = line.Necessity is null ? null : line.Place })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string track, string? tag, CancellationToken cancellationToken)
    {
        if (!await FillAsync(track, cancellationToken)) return NotFound();
        Tag = tag ?? "";
        // What was typed may stand in another order than the track has now.
        Known = [.. Lines.Select(line => Known.FirstOrDefault(one => one.Code == line.Code)).OfType<TrackLine>()];
        Lines = [.. Lines.Where(line => Known.Any(one => one.Code == line.Code))];
        if (!ModelState.IsValid) return ShowErrors();
        return (await tracks.WriteAsync(Track, Lines, tag, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect("/admin/utbildning");
    }

    private async Task<bool> FillAsync(string track, CancellationToken cancellationToken)
    {
        if (TrainingWords.TrackOf(track) is not { } known) return false;
        Track = known;
        Known = await tracks.ReadAsync(known, cancellationToken);
        Tag = EditTrack.TagOf(Known);
        return true;
    }
}
