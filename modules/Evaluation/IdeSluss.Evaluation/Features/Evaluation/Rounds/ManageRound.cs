using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

internal sealed record TalkRequest(bool? Agreed, string? Text);

/// <summary>What the one who asked does with a round under way: ask more, ask someone no longer, close it, write down what a talk led to.</summary>
internal sealed class ManageRound(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, Proposals proposals, StartRound start, Closing closing, ReviewMail mail, CurrentUser me, TimeProvider time)
{
    /// <summary>Those who could be asked too.</summary>
    public async Task<Outcome<IReadOnlyList<ProposedReviewer>>> MoreAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().Within(Scope).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is { } round ? await MoreAsync(round, cancellationToken) : RoundAccess.NoSuchRound;

    public async Task<Outcome<Done>> AskAsync(Guid id, IReadOnlyList<Guid> reviewers, int? version, CancellationToken cancellationToken)
    {
        if (reviewers.Count == 0) return Problem.Invalid(new FieldError("reviewers", "Välj minst en person."));
        if ((await MoreAsync(id, cancellationToken)).Failed(out var problem, out var more)) return problem;
        if (StartRound.ChosenByHand(more, reviewers).Failed(out var wrong, out var chosen)) return wrong;
        return await ChangeAsync(id, version, round => AskAsync(round, chosen, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Done>> AskAsync(Round round, IReadOnlyList<Candidate> chosen, CancellationToken cancellationToken)
    {
        var already = await db.Reviews.AsNoTracking().Where(one => one.RoundId == round.Id).Select(one => new { one.ReviewerId, one.State }).ToListAsync(cancellationToken);
        var asked = already.Count(one => one.State is ReviewState.Waiting or ReviewState.Sent);
        if (already.Exists(one => chosen.Any(other => other.Person.Id == one.ReviewerId))) return Problem.Stale();
        if (asked + chosen.Count > Round.MostReviewers) return Problem.Invalid(new FieldError("reviewers", new Text("Högst {0} personer kan bedöma samma idé.", Round.MostReviewers)));
        foreach (var person in chosen) start.Ask(round, person, null);
        round.Wanted = asked + chosen.Count;
        return Done.It;
    }

    public async Task<Outcome<Done>> WithdrawAsync(Guid id, Guid reviewId, int? version, CancellationToken cancellationToken)
    {
        // Asked before the round is held: whoever waits for it must not hold two connections.
        var reviewer = await db.Reviews.AsNoTracking().Where(one => one.Id == reviewId && one.RoundId == id).Select(one => (Guid?)one.ReviewerId).FirstOrDefaultAsync(cancellationToken);
        var person = reviewer is { } known ? await people.FindAsync(known, cancellationToken) : null;
        return await ChangeAsync(id, version, round => WithdrawAsync(round, reviewId, person, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Done>> WithdrawAsync(Round round, Guid reviewId, PersonInfo? person, CancellationToken cancellationToken)
    {
        var reviews = await db.Reviews.Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken);
        if (reviews.Find(one => one.Id == reviewId && one.State == ReviewState.Waiting) is not { } review) return Problem.Conflict("Personen väntar inte längre på att bedöma.");
        (review.State, review.EndedAt) = (ReviewState.Withdrawn, time.GetUtcNow());
        round.Wanted = reviews.Count(one => one.State is ReviewState.Waiting or ReviewState.Sent);
        if (person is not null) mail.NoLonger(round, person);
        if (round.Wanted > 0 && reviews.TrueForAll(one => one.State != ReviewState.Waiting)) await closing.CloseAsync(round, reviews, RoundEnd.ClosedEarly, me.RequiredId, cancellationToken);
        return Done.It;
    }

    public Task<Outcome<Done>> CloseAsync(Guid id, int? version, CancellationToken cancellationToken) => ChangeAsync(id, version, async round =>
    {
        var reviews = await db.Reviews.Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken);
        await closing.CloseAsync(round, reviews, reviews.Exists(one => one.State == ReviewState.Waiting) ? RoundEnd.ClosedEarly : RoundEnd.AllSent, me.RequiredId, cancellationToken);
        return Done.It;
    }, cancellationToken);

    /// <summary>What those who were far apart came to. Their judgements stay as they sent them; one of them or the one who asked writes it.</summary>
    public async Task<Outcome<Done>> TalkAsync(Guid id, TalkRequest request, int? version, CancellationToken cancellationToken)
    {
        var mine = me.RequiredId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Rounds.AsNoTracking().Within(Scope).AnyAsync(one => one.Id == id, cancellationToken) && !await db.Reviews.AnyAsync(one => one.RoundId == id && one.ReviewerId == mine && one.State == ReviewState.Sent, cancellationToken)) return RoundAccess.NoSuchRound;
        var round = await db.HeldAsync(id, cancellationToken);
        if (version is { } seen && seen != round.Version) return Problem.Stale();
        if (round.TalkNeededAt is null) return Problem.Conflict("De som har bedömt idén är inte så oense att de måste prata.");
        if (round.TalkedAt is not null) return Problem.Conflict("Vad samtalet ledde till är redan inskrivet.");
        if (Check(request).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        (round.TalkedAt, round.TalkedById, round.Agreed, round.TalkText) = (time.GetUtcNow(), mine, request.Agreed, request.Text!.Trim());
        db.Publish(new TalkRecorded(round.Id, round.IdeaId, round.CaseNumber, request.Agreed!.Value, mine, round.TalkedAt.Value), round.IdeaId);
        db.Audit(new("evaluation.talk-recorded", "round", round.Id, mine, round.AuthorityId, new Dictionary<string, string> { ["agreed"] = request.Agreed.Value ? "yes" : "no" }));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private PermissionScope Scope => me.Scope(EvaluationPermissions.Ask);

    private async Task<Outcome<Done>> ChangeAsync(Guid id, int? version, Func<Round, Task<Outcome<Done>>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Rounds.AsNoTracking().Within(Scope).AnyAsync(one => one.Id == id, cancellationToken)) return RoundAccess.NoSuchRound;
        await db.LockAskingAsync(cancellationToken);
        var round = await db.HeldAsync(id, cancellationToken);
        if (version is { } seen && seen != round.Version) return Problem.Stale();
        if (round.ClosedAt is not null) return RoundAccess.IsClosed;
        if ((await change(round)).Failed(out var problem, out var done)) return problem;
        // Who is asked belongs to what was read of the round, also where nothing else of it changes.
        db.Entry(round).State = EntityState.Modified;
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return done;
    }

    private async Task<Outcome<IReadOnlyList<ProposedReviewer>>> MoreAsync(Round round, CancellationToken cancellationToken)
    {
        if ((await cases.FindManyAsync([round.IdeaId], cancellationToken)).GetValueOrDefault(round.IdeaId) is not { } idea) return RoundAccess.NoSuchRound;
        var content = await db.SheetVersions.AsNoTracking().Where(one => one.Id == round.SheetVersionId).Select(one => one.Content).FirstAsync(cancellationToken);
        var asked = await db.Reviews.AsNoTracking().Where(one => one.RoundId == round.Id).Select(one => one.ReviewerId).ToListAsync(cancellationToken);
        return Outcome<IReadOnlyList<ProposedReviewer>>.FromT(await proposals.OfAsync(idea, content, 1, asked, [], cancellationToken));
    }

    private static IEnumerable<FieldError> Check(TalkRequest request)
    {
        if (request.Agreed is null) yield return new("agreed", "Välj vad samtalet ledde till.");
        if (string.IsNullOrWhiteSpace(request.Text)) yield return new("text", "Skriv vad ni kom fram till.");
        else if (request.Text.Trim().Length > Round.LongestText) yield return new("text", new Text("Texten är {0} tecken, högst {1} får plats.", request.Text.Trim().Length, Round.LongestText));
    }
}
