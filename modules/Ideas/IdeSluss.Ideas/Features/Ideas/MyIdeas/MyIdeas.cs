using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.MyIdeas;

/// <param name="Asked">We wait for an answer.</param>
internal sealed record MyIdea(string CaseNumber, string Title, int Step, bool Done, DateTimeOffset ReceivedAt, DateOnly? AnswerBy, bool Asked);

internal sealed record FollowedIdea(string CaseNumber, string Title, int Step, bool Done);

internal sealed record MyIdeasView(IReadOnlyList<MyIdea> Own, IReadOnlyList<FollowedIdea> Followed);

/// <summary>What the person who is logged in has handed in, stands behind with others, and follows.</summary>
internal sealed class ReadMyIdeas(IdeasDbContext db, IWorkflowRegistry workflows, CurrentUser user, TimeProvider time)
{
    private const int Most = 200;

    public async Task<MyIdeasView> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = user.RequiredId;
        var own = await Mine(me).AsNoTracking().OrderByDescending(idea => idea.ReceivedAt).Take(Most).ToListAsync(cancellationToken);
        var waiting = own.Where(idea => idea.Status == IdeaStatus.Waiting && !(idea.HeldUntil > now)).Select(idea => idea.Id).ToHashSet();
        var followed = await db.Follows.AsNoTracking().Where(follow => follow.PersonId == me)
            .Join(db.Ideas.Where(idea => idea.PublishedAt <= now && !idea.Restricted && idea.RedirectTarget == null), follow => follow.IdeaId, idea => idea.Id, (follow, idea) => idea)
            .OrderByDescending(idea => idea.PublishedAt).Take(Most).ToListAsync(cancellationToken);
        return new(
            [.. own.Select(idea => new MyIdea(idea.CaseNumber, Title(idea, own: true), Step(idea, now), IsDone(idea, now), idea.ReceivedAt, idea.HeldUntil > now ? null : idea.PromiseDue, waiting.Contains(idea.Id)))],
            [.. followed.Select(idea => new FollowedIdea(idea.CaseNumber, Title(idea, own: false), Step(idea, now), IsDone(idea, now)))]);
    }

    /// <summary>The case with this number, if it is the person's own.</summary>
    public Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        Mine(user.RequiredId).Where(idea => idea.CaseNumber == number).Select(idea => (Guid?)idea.Id).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Idea> Mine(Guid me) =>
        db.Ideas.Where(idea => idea.SubmitterId == me || idea.People.Any(link => link.PersonId == me && link.Kind == IdeaPersonKind.CoSubmitter));

    private Stage? StageOf(Idea idea, DateTimeOffset now)
    {
        var shown = idea.ShownStage(now);
        return workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)?.Stages.FirstOrDefault(stage => stage.Code == shown);
    }

    private int Step(Idea idea, DateTimeOffset now) => StageOf(idea, now)?.PublicStep ?? 0;

    private bool IsDone(Idea idea, DateTimeOffset now) => StageOf(idea, now)?.IsEnd ?? false;

    private static string Title(Idea idea, bool own)
    {
        if (idea.PublicTitle is { Length: > 0 } title) return title;
        var text = own ? idea.OriginalTitle ?? idea.OriginalText : idea.PublicText ?? "";
        return text.Length > 80 ? text[..80].TrimEnd() + " …" : text;
    }
}

/// <summary>Begins or ends following a public idea.</summary>
internal sealed class FollowIdea(IdeasDbContext db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome<bool>> HandleAsync(string number, bool follow, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = user.RequiredId;
        var idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == number, cancellationToken);
        if (idea is null || !idea.IsPublic(now)) return ReadIdeas.ReadIdea.NoSuchIdea;
        // One statement each, and the count with it: counters never touch the idea's version.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = follow
            ? await db.Database.ExecuteSqlAsync($"""insert into ideas.follow (idea_id, person_id, since) values ({idea.Id}, {me}, {now}) on conflict do nothing""", cancellationToken)
            : await db.Follows.Where(one => one.IdeaId == idea.Id && one.PersonId == me).ExecuteDeleteAsync(cancellationToken);
        if (changed > 0)
            await db.Ideas.Where(one => one.Id == idea.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.FollowerCount, one => one.FollowerCount + (follow ? 1 : -1)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return follow;
    }

    public async Task<Outcome<(string Title, bool Follows)>> ReadAsync(string number, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = user.RequiredId;
        var idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == number, cancellationToken);
        if (idea is null || !idea.IsPublic(now)) return ReadIdeas.ReadIdea.NoSuchIdea;
        return (idea.PublicTitle ?? idea.CaseNumber, await db.Follows.AnyAsync(one => one.IdeaId == idea.Id && one.PersonId == me, cancellationToken));
    }
}
