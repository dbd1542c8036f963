using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <param name="Yes">Null when nothing was chosen.</param>
/// <param name="Note">When and how the submitter answered.</param>
internal sealed record ToldMergeAnswer(string CaseNumber, bool? Yes, string? Note, int Version);

/// <param name="TriedToReach">The coach has tried to reach the submitter, and <paramref name="Tried"/> says how.</param>
internal sealed record UnansweredMerge(string CaseNumber, bool TriedToReach, string? Tried, int Version);

/// <summary>"Får vi slå ihop dem?" Yes merges at once, no lets the idea go on by itself, and silence waits for a coach.</summary>
internal sealed class AnswerMerge(IdeasDbContext db, MergeCases cases, MergeQuestions questions, MergeIdeas merge, MergeLock @lock, CurrentUser user, TimeProvider time)
{
    private static readonly Problem NotAsked = Problem.Conflict("Det finns ingen fråga att svara på. Läs vad som har hänt med idén.");

    /// <summary>The submitter answers; whoever calls has shown that the case is theirs.</summary>
    public Task<Outcome<Done>> BySubmitterAsync(Guid ideaId, bool? yes, Guid? person, CancellationToken cancellationToken) => @lock.RunAsync<Done>(
        async () =>
        {
            var now = time.GetUtcNow();
            if (yes is not { } chosen) return Problem.Invalid(new FieldError("Merge", "Får vi slå ihop dem? Svara ja eller nej."));
            if (await db.Ideas.WithOwners().FirstOrDefaultAsync(one => one.Id == ideaId, cancellationToken) is not { } idea) return OwnCase.NoSuchCase;
            var record = await questions.PresentAsync(ideaId, cancellationToken);
            // A second press on the same button.
            if (record?.State == MergeState.Merged && chosen) return Done.It;
            if (record?.State != MergeState.Asked || record.AskedFrom > now) return NotAsked;
            return await AnsweredAsync(idea, record, chosen, new(MergeConsent.Submitter, person, null), now, cancellationToken);
        },
        cancellationToken);

    /// <summary>The submitter has told a coach, who writes it in.</summary>
    public Task<Outcome<Done>> ToldOfficeAsync(ToldMergeAnswer told, CancellationToken cancellationToken) => @lock.RunAsync<Done>(
        async () =>
        {
            if ((await FindAskedAsync(told.CaseNumber, told.Version, cancellationToken)).Failed(out var problem, out var found)) return problem;
            var note = SubmittedText.Line(told.Note);
            var errors = new List<FieldError>();
            if (told.Yes is null) errors.Add(new("Answer", "Vad svarade idégivaren? Välj ja eller nej."));
            if (note is null) errors.Add(new("Note", "Skriv när och hur idégivaren svarade, till exempel: i telefon 3 november."));
            if (TooLong(nameof(told.Note), note) is { } tooLong) errors.Add(tooLong);
            return errors.Count > 0 ? Problem.Invalid([.. errors]) : await AnsweredAsync(found.Idea, found.Record, told.Yes!.Value, new(MergeConsent.ToldOffice, user.RequiredId, note), time.GetUtcNow(), cancellationToken);
        },
        cancellationToken);

    /// <summary>No answer in time: a coach merges on what is known.</summary>
    public Task<Outcome<Done>> UnansweredAsync(UnansweredMerge decision, CancellationToken cancellationToken) => @lock.RunAsync<Done>(
        async () =>
        {
            if ((await FindAskedAsync(decision.CaseNumber, decision.Version, cancellationToken)).Failed(out var problem, out var found)) return problem;
            var now = time.GetUtcNow();
            var tried = SubmittedText.Line(decision.Tried);
            if (TooLong(nameof(decision.Tried), tried) is { } tooLong) return Problem.Invalid(tooLong);
            return MergeRules.CheckUnanswered(found.Idea, found.Record, now.StockholmDay(), decision.TriedToReach, tried) is { } refused
                ? refused
                : await AnsweredAsync(found.Idea, found.Record, yes: true, new(MergeConsent.Unanswered, user.RequiredId, tried), now, cancellationToken);
        },
        cancellationToken);

    private async Task<Outcome<(Idea Idea, MergeRecord Record)>> FindAskedAsync(string caseNumber, int version, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(caseNumber, version, cancellationToken)).Failed(out var problem, out var idea)) return problem;
        if (await questions.PresentAsync(idea.Id, cancellationToken) is not { State: MergeState.Asked } record) return NotAsked;
        return record.AskedFrom > time.GetUtcNow() ? Problem.Conflict("Frågan har inte gått till idégivaren än. Vänta tills den har gått.") : (idea, record);
    }

    private async Task<Outcome<Done>> AnsweredAsync(Idea idea, MergeRecord record, bool yes, MergeAnswered answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (yes) return (await merge.HandleAsync(idea, record, answer, now, cancellationToken)).Failed(out var problem, out _) ? problem : Done.It;
        await questions.EndAsync(record, MergeState.Declined, now, cancellationToken);
        record.AnsweredAt = now;
        record.AnsweredById = answer.By;
        record.Consent = answer.Consent;
        record.ConsentNote = answer.Note;
        MergeRules.GoOn(idea, MergeBefore.Parse(record.Before).Asked, now);
        db.Timeline.Add(MergeQuestions.Line(idea, TimelineKinds.MergeDeclined, Audience.Submitter, now, now, answer.By, answer.Consent == MergeConsent.Submitter ? null : Roles.IdeaCoach, null));
        db.Tasks.Add(MergeQuestions.Task(idea, CoachTaskKind.ConsiderMerge, "Idégivaren vill inte slå ihop idéerna. Idén går vidare för sig.", now));
        db.Audit(new AuditFact("ideas.merge-declined", "idea", idea.Id, answer.By, idea.AuthorityId, new Dictionary<string, string> { ["merge"] = record.Id.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    private static FieldError? TooLong(string field, string? note) => note?.Length > MergeRules.MostNote ? new(field, new Text("Texten får vara högst {0} tecken.", MergeRules.MostNote)) : null;
}
