using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ChangeTrack;

internal sealed record TrackChange(string? Track, string? Reason, int Version);

internal sealed record TrackView(string CaseNumber, string? Title, string? Track, IReadOnlyList<Track> Tracks, int Version);

/// <summary>The coach may find that an idea is larger or smaller than it looked. The promise is counted anew and the reason stays in the history.</summary>
internal sealed class ChangeTrack(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, TimeProvider time)
{
    private const int MostReason = 1_000;

    public async Task<Outcome<TrackView>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        return new TrackView(found.Idea.CaseNumber, found.Idea.PublicTitle, found.Idea.Track, TracksFrom(found.Idea, found.Workflow), found.Idea.Version);
    }

    public async Task<Outcome<Done>> HandleAsync(string caseNumber, TrackChange change, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, workflow) = found;
        if (idea.Version != change.Version) return Problem.Stale();
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Spåret går inte att ändra.");
        if (idea.Track is null) return Problem.Conflict("Idén är inte sorterad än. Spåret väljs i sorteringen.");
        var errors = new List<FieldError>();
        if (workflow.TrackOf(change.Track) is not { } track) errors.Add(new("Track", "Välj ett av spåren."));
        else if (!TracksFrom(idea, workflow).Contains(track)) errors.Add(new("Track", new Text("{0}: det spåret börjar tidigare på vägen. Välj ett annat.", new Text(track.Name))));
        else if (track.Code == idea.Track) errors.Add(new("Track", "Idén är redan i det spåret."));
        if (string.IsNullOrWhiteSpace(change.Reason)) errors.Add(new("Reason", "Skriv varför spåret ändras."));
        else if (change.Reason.Length > MostReason) errors.Add(new("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", change.Reason.Length, MostReason)));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var now = time.GetUtcNow();
        var before = idea.Track;
        idea.ChangeTrack(workflow.StageOf(idea.Stage), workflow.TrackOf(change.Track)!, now);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Submitter,
            Kind = TimelineKinds.TrackChanged,
            Stage = idea.Stage,
            ActorId = user.RequiredId,
            ActorRole = People.Contracts.Roles.IdeaCoach,
            Note = change.Reason!.Trim(),
        });
        db.Audit(new AuditFact("ideas.track-changed", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["from"] = before, ["to"] = idea.Track! }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    /// <summary>A track with one time for some stages is chosen in one of them.</summary>
    private static IReadOnlyList<Track> TracksFrom(Idea idea, WorkflowDefinition workflow) =>
        [.. workflow.Tracks.Where(track => track.Together is null || track.Code == idea.Track || track.Together.Stages.Contains(idea.Stage))];

    private async Task<Outcome<(Idea Idea, WorkflowDefinition Workflow)>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Within(user.Scope(IdeasPermissions.Sort)).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        if (SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return SeparationOfDuties.OwnIdea;
        return workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is { } workflow ? (idea, workflow) : GateCases.NothingToDo;
    }
}
