using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Reconsider;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Demo;

/// <summary>Invented requests about the demo's noes: one that waits, one that stands, one that was changed. By the same rules, with nobody told.</summary>
internal sealed class DemoReconsiderations(EvaluationDbContext db, IReconsideredCases cases, DeciderPool pool, ReconsiderationTimes times, TimeProvider time) : ISeeder
{
    private static readonly (string Reason, string? Motivation, bool Changed)[] Stories =
    [
        ("Jag förstår skälet, men en sak saknas. Behovet gäller kvällar och helger, och då finns ingen annan lösning. Det stod inte i min första text.", null, false),
        ("Jag tror att kostnaden är för högt räknad. Grannkommunen gör samma sak med frivilliga.", "Jag har läst idén och räknat om. Frivilliga finns, men någon behöver ändå leda dem, och den kostnaden är större än nyttan. Därför står beslutet fast.", false),
        ("Lokalen som ni sa var upptagen står tom från nyår. Fråga fastighet.", "Fastighet bekräftar att lokalen är ledig. Då faller det skäl som beslutet vilade på. Idén prövas igen.", true),
    ];

    /// <summary>After the ideas.</summary>
    public int Order => 230;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var noes = (await cases.SinceAsync(now.AddYears(-2), 200, cancellationToken)).Where(decision => decision.Outcome == "DECLINE" && decision.DecidedAs is { } role && ReconsiderationRules.Deciders(role).Count > 0).ToList();
        // The one that waits is a coach's, since there are two of them to look at it with; those that are answered are the others' where there are any.
        var waits = noes.Find(decision => decision.DecidedAs == Roles.IdeaCoach) ?? noes.FirstOrDefault();
        var others = noes.Where(decision => decision != waits).OrderBy(decision => decision.DecidedAs == Roles.IdeaCoach).ToList();
        // One that is opened again is no longer among those closed for its reason: there must be another.
        var changed = others.FindLast(decision => noes.Count(other => other.CloseReason == decision.CloseReason) > 1);
        foreach (var (story, decision) in Stories.Zip([waits, others.Find(decision => decision != changed), changed]))
            if (decision is not null) await AddAsync(decision, story, cancellationToken);
    }

    private async Task AddAsync(RefusingDecision decision, (string Reason, string? Motivation, bool Changed) story, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asked = story.Motivation is null ? now.AddDays(-2) : decision.ToldAt.AddDays(4);
        if (asked < decision.ToldAt) asked = decision.ToldAt;
        if (asked > now) asked = now;
        var one = new Reconsideration
        {
            Id = Guid.CreateVersion7(asked), DecisionId = decision.Id, IdeaId = decision.IdeaId, CaseNumber = decision.CaseNumber, Gate = decision.Gate, AuthorityId = decision.AuthorityId, UnitId = decision.UnitId,
            FirstDeciderId = decision.DecidedById, FirstDecidedAs = decision.DecidedAs!, AskedAt = asked, Reason = story.Reason, AnswerBy = WorkingDays.Add(asked.StockholmDay(), times.AnswerWithinWorkingDays),
        };
        if (await pool.ChooseAsync(one, cancellationToken) is not { } chosen) return;
        one.DeciderId = chosen.Person.Id;
        if (story.Motivation is { } why)
        {
            (one.State, one.DecidedById, one.DecidedAs, one.DecidedAt, one.Motivation) = (story.Changed ? ReconsiderationState.Changed : ReconsiderationState.Stands, chosen.Person.Id, chosen.Role, Earlier(asked.AddDays(9), now), why);
        }

        db.Reconsiderations.Add(one);
        await db.SaveChangesAsync(cancellationToken);
        await cases.TellAsync(new(decision.Id, ReconsiderationNewsKind.Asked, null, null, null, asked), cancellationToken);
        if (one.DecidedAt is { } at) await cases.TellAsync(new(decision.Id, story.Changed ? ReconsiderationNewsKind.Changed : ReconsiderationNewsKind.Stands, chosen.Person.Id, chosen.Role, one.Motivation, at), cancellationToken);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
