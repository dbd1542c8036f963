using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

/// <summary>What one may say of someone who judges. Of oneself only the last four.</summary>
internal sealed class ReviewerInput
{
    public bool Takes { get; set; }
    public Guid? Unit { get; set; }
    public int? MostWaiting { get; set; }
    public List<string> Competences { get; set; } = [];
    public DateOnly? AwayUntil { get; set; }
    public Guid? Deputy { get; set; }

    /// <summary>Units that the person is not impartial to.</summary>
    public List<Guid> TiedUnits { get; set; } = [];
}

/// <param name="All">Everyone who judges here, the person too.</param>
internal sealed record ReviewerView(PoolMember Member, IReadOnlyList<PoolMember> All, ReviewerInput Input, int Version);

/// <summary>Those who judge: who is asked, what they know, how much they take, who steps in. A person keeps their own; whoever asks people keeps everyone's.</summary>
internal sealed class KeepReviewers(EvaluationDbContext db, ReviewerPool pool, Proposals proposals, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private static readonly Problem NoSuchReviewer = Problem.NotFound("Personen bedömer inte idéer här.");

    public Task<IReadOnlyList<PoolMember>> ListAsync(CancellationToken cancellationToken) => pool.OfAsync(null, cancellationToken);

    public async Task<Outcome<ReviewerView>> FindAsync(Guid person, CancellationToken cancellationToken)
    {
        var all = await pool.OfAsync(null, cancellationToken);
        if (all.FirstOrDefault(one => one.Candidate.Person.Id == person) is not { } member) return NoSuchReviewer;
        var row = await db.Reviewers.AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == person, cancellationToken);
        var known = member.Candidate;
        return new ReviewerView(member, all, new()
        {
            Takes = member.Takes, Unit = known.UnitId, MostWaiting = known.MostWaiting, Competences = [.. known.Competences], AwayUntil = known.AwayUntil, Deputy = known.DeputyId, TiedUnits = [.. known.TiedUnits],
        }, row?.Version ?? 0);
    }

    /// <summary>By whoever asks people.</summary>
    public Task<Outcome<Done>> SaveAsync(Guid person, ReviewerInput input, int? version, CancellationToken cancellationToken) => SaveAsync(person, input, version, own: false, cancellationToken);

    /// <summary>One's own: when one is away and who steps in, how much one takes, what one knows, where one is not impartial.</summary>
    public Task<Outcome<Done>> SaveOwnAsync(ReviewerInput input, int? version, CancellationToken cancellationToken) => SaveAsync(me.RequiredId, input, version, own: true, cancellationToken);

    private async Task<Outcome<Done>> SaveAsync(Guid person, ReviewerInput input, int? version, bool own, CancellationToken cancellationToken)
    {
        var members = await pool.OfAsync(null, cancellationToken);
        if (members.FirstOrDefault(one => one.Candidate.Person.Id == person) is not { } member) return NoSuchReviewer;
        var row = await db.Reviewers.FirstOrDefaultAsync(one => one.PersonId == person, cancellationToken);
        if (version is { } seen && seen != (row?.Version ?? 0)) return Problem.Stale();
        var units = (await organisation.UnitsAsync(cancellationToken)).Select(unit => unit.Id).ToHashSet();
        if (Check(person, input, members, units).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (row is null) db.Reviewers.Add(row = new() { PersonId = person, Takes = member.Takes, UnitId = member.Candidate.UnitId });
        if (!own) (row.Takes, row.UnitId) = (input.Takes, input.Unit);
        (row.MostWaiting, row.Competences, row.AwayUntil, row.DeputyId, row.ChangedAt) = (input.MostWaiting ?? Reviewer.UsualLoad, [.. input.Competences.Distinct()], input.AwayUntil, input.Deputy, time.GetUtcNow());
        await KeepTiesAsync(person, input.TiedUnits, cancellationToken);
        db.Audit(new("evaluation.reviewer-changed", "person", person, me.RequiredId));
        if (row.Version == 0 && db.Entry(row).State == EntityState.Added) return await db.TryAddAsync(cancellationToken) ? Done.It : Problem.Stale();
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private async Task KeepTiesAsync(Guid person, List<Guid> units, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await db.Ties.Where(one => one.PersonId == person && one.UnitId != null && one.EndedAt == null).ToListAsync(cancellationToken);
        foreach (var gone in known.Where(one => !units.Contains(one.UnitId!.Value))) gone.EndedAt = now;
        db.Ties.AddRange(units.Distinct().Where(unit => known.TrueForAll(one => one.UnitId != unit)).Select(unit => new DeclaredTie { Id = Guid.CreateVersion7(), PersonId = person, UnitId = unit, At = now }));
    }

    private IEnumerable<FieldError> Check(Guid person, ReviewerInput input, IReadOnlyList<PoolMember> members, HashSet<Guid> units)
    {
        if (input.MostWaiting is < 1 or > Reviewer.HighestLoad) yield return new("MostWaiting", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Högst antal på en gång"), 1, Reviewer.HighestLoad));
        if (input.Competences.Except(proposals.Competences.Select(one => one.Code)).Any()) yield return new("Competences", "Kunskap: välj bland alternativen.");
        if (input.AwayUntil is { } until && until < time.StockholmToday()) yield return new("AwayUntil", "Borta till och med: välj en dag som kommer, eller lämna tomt.");
        if (input.Deputy == person || (input.Deputy is { } deputy && members.All(one => one.Candidate.Person.Id != deputy))) yield return new("Deputy", "Ersättare: välj någon annan som bedömer idéer.");
        if (input.Unit is { } unit && !units.Contains(unit)) yield return new("Unit", "Enhet: välj ett alternativ.");
        if (input.TiedUnits.Exists(tied => !units.Contains(tied))) yield return new("TiedUnits", "Enheter: välj bland alternativen.");
    }
}
