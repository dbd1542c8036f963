using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.MyIdeas;

/// <param name="Asked">We wait for an answer.</param>
/// <param name="MergedInto">The idea that it is part of and whose way it follows.</param>
internal sealed record MyIdea(string CaseNumber, string Title, int Step, bool Done, DateTimeOffset ReceivedAt, DateOnly? AnswerBy, bool Asked, string? MergedInto, string Language);

internal sealed record FollowedIdea(string CaseNumber, string Title, int Step, bool Done, string Language);

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
        var wholes = own.Select(idea => idea.MergedIntoId).OfType<Guid>().Distinct().ToList();
        var merged = await db.Ideas.AsNoTracking().Where(idea => wholes.Contains(idea.Id) && !idea.Restricted).ToDictionaryAsync(idea => idea.Id, cancellationToken);
        // Whoever follows a merged idea follows the whole.
        var followedIds = db.Follows.Where(follow => follow.PersonId == me).Join(db.Ideas, follow => follow.IdeaId, idea => idea.Id, (follow, idea) => idea.MergedIntoId ?? idea.Id);
        var followed = await db.Ideas.AsNoTracking().Public(now).Where(idea => followedIds.Contains(idea.Id)).OrderByDescending(idea => idea.PublishedAt).Take(Most).ToListAsync(cancellationToken);
        return new(
            [.. own.Select(idea => Own(idea, idea.MergedIntoId is { } whole ? merged.GetValueOrDefault(whole) : null, now))],
            [.. followed.Select(idea => new FollowedIdea(idea.CaseNumber, Title(idea, own: false), Step(idea, now), IsDone(idea, now), TitleLanguage(idea)))]);
    }

    /// <param name="whole">The idea that it is merged into, whose way it follows.</param>
    private MyIdea Own(Idea idea, Idea? whole, DateTimeOffset now)
    {
        var way = whole ?? idea;
        return new(
            idea.CaseNumber, Title(idea, own: true), Step(way, now), IsDone(way, now), idea.ReceivedAt, way.HeldUntil > now ? null : way.PromiseDue,
            idea.Status == IdeaStatus.Waiting && !(idea.HeldUntil > now), whole?.CaseNumber, TitleLanguage(idea));
    }

    /// <summary>The case with this number, if it is the person's own.</summary>
    public Task<Guid?> FindAsync(string number, CancellationToken cancellationToken) =>
        Mine(user.RequiredId).Where(idea => idea.CaseNumber == number).Select(idea => (Guid?)idea.Id).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Idea> Mine(Guid me) => Of(db, me);

    public static IQueryable<Idea> Of(IdeasDbContext db, Guid me) =>
        db.Ideas.Where(idea => idea.SubmitterId == me || idea.People.Any(link => link.PersonId == me && link.Kind == IdeaPersonKind.CoSubmitter));

    private Stage? StageOf(Idea idea, DateTimeOffset now)
    {
        var shown = idea.ShownStage(now);
        return workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)?.Stages.FirstOrDefault(stage => stage.Code == shown);
    }

    private int Step(Idea idea, DateTimeOffset now) => StageOf(idea, now)?.PublicStep ?? 0;

    private bool IsDone(Idea idea, DateTimeOffset now) => StageOf(idea, now)?.IsEnd ?? false;

    private static string TitleLanguage(Idea idea) => idea.PublicTitle is { Length: > 0 } ? TextLanguages.Swedish : idea.Language;

    private static string Title(Idea idea, bool own)
    {
        if (idea.PublicTitle is { Length: > 0 } title) return title;
        var text = own ? idea.OriginalTitle ?? idea.OriginalText : idea.PublicText ?? "";
        return text.Length > 80 ? text[..80].TrimEnd() + " …" : text;
    }
}

/// <summary>Begins or ends following a public idea.</summary>
internal sealed class FollowIdea(IdeasDbContext db, MergeGroup group, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome<bool>> HandleAsync(string number, bool follow, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = user.RequiredId;
        if (await FindAsync(number, now, cancellationToken) is not { } idea) return ReadIdeas.ReadIdea.NoSuchIdea;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked first, so that everyone counts after each other and never with half of another's change. Counters never touch the idea's version.
        await db.Database.ExecuteSqlAsync($"select id from ideas.ideas where id = {idea.Id} for no key update", cancellationToken);
        if (follow) await db.Database.ExecuteSqlAsync($"""insert into ideas.follow (idea_id, person_id, since) values ({idea.Id}, {me}, {now}) on conflict do nothing""", cancellationToken);
        else await db.Follows.Where(one => one.PersonId == me && (one.IdeaId == idea.Id || db.Ideas.Any(merged => merged.Id == one.IdeaId && merged.MergedIntoId == idea.Id))).ExecuteDeleteAsync(cancellationToken);
        await group.CountFollowersAsync(idea.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return follow;
    }

    public async Task<Outcome<(string Title, bool Follows)>> ReadAsync(string number, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = user.RequiredId;
        if (await FindAsync(number, now, cancellationToken) is not { } idea) return ReadIdeas.ReadIdea.NoSuchIdea;
        var follows = await db.Follows.AnyAsync(one => one.PersonId == me && (one.IdeaId == idea.Id || db.Ideas.Any(merged => merged.Id == one.IdeaId && merged.MergedIntoId == idea.Id)), cancellationToken);
        return (idea.PublicTitle ?? idea.CaseNumber, follows);
    }

    /// <summary>The public idea with this number; a merged one's number leads to the whole.</summary>
    private async Task<Idea?> FindAsync(string number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await db.Ideas.Where(one => one.CaseNumber == number).Select(one => one.MergedIntoId ?? one.Id).FirstOrDefaultAsync(cancellationToken);
        return await db.Ideas.AsNoTracking().Public(now).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
    }
}
