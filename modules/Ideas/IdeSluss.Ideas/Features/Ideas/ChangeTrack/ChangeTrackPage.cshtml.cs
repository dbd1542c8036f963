using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ChangeTrack;

/// <summary>Another track, with a reason.</summary>
[RequirePermission(IdeasPermissions.Sort)]
internal sealed class ChangeTrackPageModel(ChangeTrack change) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public TrackInput Input { get; set; } = new();

    public TrackView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Tracks => [.. View.Tracks.Select(track => new Choice(track.Code, Texts[track.Name], Texts[track.Explanation]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Input.Track = View.Track;
        Input.Version = View.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        var outcome = await change.HandleAsync(Number, new(Input.Track, Input.Reason, Input.Version ?? -1), cancellationToken);
        return outcome.Problem is { } refused ? ShowProblem(refused, nameof(Input)) : Redirect($"/arbete/{Number}");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await change.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        return null;
    }

    public sealed class TrackInput
    {
        public string? Track { get; set; }
        public string? Reason { get; set; }
        public int? Version { get; set; }
    }
}
