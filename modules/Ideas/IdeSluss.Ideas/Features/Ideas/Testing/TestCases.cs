using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Testing;

/// <summary>The case as a module that runs tests sees it. Nothing here is needed for a case to go its way.</summary>
internal sealed class TestCases(IdeasDbContext db, CaseEvidence evidence, ReadCaseFacts requirements, WorkflowNames workflows, IFormRegistry forms, TimeProvider time) : ITestCases
{
    private const int MostDecided = 500;

    public async Task<TestCase?> FindAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        if (await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == ideaId && !one.Restricted, cancellationToken) is not { } idea) return null;
        var stored = await db.Evidence.AsNoTracking().Where(one => one.IdeaId == ideaId).ToListAsync(cancellationToken);
        var facts = await evidence.OfAsync(idea, stored, cancellationToken);
        var gate = TestBasis.GateOf(workflows.Of(idea), idea.Track);
        var missing = gate is null ? [] : TestBasis.Missing(idea, gate, facts, await requirements.OfAsync(idea, gate, stored, cancellationToken), forms);
        return new(idea.Id, idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.AuthorityId, idea.UnitId, idea.ReceivingUnitId, idea.Stage, idea.Track, idea.IsPublic(time.GetUtcNow()), PlanReading.Of(facts), missing);
    }

    public async Task<IReadOnlyList<TestDecision>> DecidedAsync(CancellationToken cancellationToken) => await
        (from decision in db.Decisions.AsNoTracking()
         join idea in db.Ideas on decision.IdeaId equals idea.Id
         where idea.Stage == Stages.Test && !idea.Restricted && decision.ToStage == Stages.Test && decision.TakenBackAt == null && decision.CorrectsId == null
             && !db.Decisions.Any(later => later.IdeaId == idea.Id && later.DecidedAt > decision.DecidedAt && later.ToStage == Stages.Test && later.TakenBackAt == null && later.CorrectsId == null)
         orderby decision.DecidedAt, decision.Id
         select new TestDecision(idea.Id, decision.Id, idea.CaseNumber, decision.EffectiveAt)).Take(MostDecided).ToListAsync(cancellationToken);

    public async Task<IReadOnlySet<Guid>> PublicAsync(IReadOnlyCollection<Guid> ideaIds, CancellationToken cancellationToken) =>
        (await db.Ideas.AsNoTracking().Public(time.GetUtcNow()).Where(idea => ideaIds.Contains(idea.Id)).Select(idea => idea.Id).ToListAsync(cancellationToken)).ToHashSet();

    public IReadOnlyList<Text> PointingOutSomeone(string text) => PublicAnswers.In(text);

    // Only the built-in words: those of the municipality's own change with its ideas, and what is kept must be found by what is looked for.
    public IReadOnlyList<string> TermsOf(params IEnumerable<string?> texts) => TextTerms.Of(Compounds.BuiltIn, texts);

    public async Task TellAsync(TestNews news, CancellationToken cancellationToken)
    {
        if (await db.Ideas.FirstOrDefaultAsync(one => one.Id == news.IdeaId, cancellationToken) is not { } idea) return;
        var kind = KindOf(news.Kind);
        if (await db.Timeline.AnyAsync(line => line.IdeaId == idea.Id && line.Kind == kind && line.At == news.At, cancellationToken)) return;
        db.Timeline.Add(Line(idea, kind, Audience.Public, news.By, news.At, null));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReportAsync(TestReport report, CancellationToken cancellationToken)
    {
        if (await db.Ideas.FirstOrDefaultAsync(one => one.Id == report.IdeaId, cancellationToken) is not { IsOpen: true } idea) return;
        foreach (var (key, answers) in report.Answers)
        {
            if (forms.Current(key) is not { } form) continue;
            var stored = await db.Evidence.Where(one => one.IdeaId == idea.Id).ToListAsync(cancellationToken);
            var facts = await evidence.OfAsync(idea, stored, cancellationToken);
            var row = stored.Find(one => one.Form == key);
            var merged = Merged(form, row is null ? Answers.Empty : Answers.Parse(row.Answers), Answers.Parse(answers), facts);
            EvidenceSaving.Put(db, idea.Id, row, FormEvaluator.Evaluate(form, merged, facts), report.By, report.At);
            db.Timeline.Add(Line(idea, TimelineKinds.EvidenceSaved, Audience.Internal, report.By, report.At, key));
            db.Audit(new("ideas.evidence-saved", "idea", idea.Id, report.By, idea.AuthorityId, new Dictionary<string, string> { ["form"] = key, ["from"] = "test" }));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>A form may have got other questions since the test was written: what fits none of them, or what would point out a person to everyone, is left for people to write.</summary>
    private static Answers Merged(FormDefinition form, Answers before, Answers given, FormFacts facts)
    {
        var json = before.Json.DeepClone().AsObject();
        foreach (var (field, value) in given.Json) json[field] = value?.DeepClone();
        var merged = new Answers(json);
        var wrong = FormEvaluator.Evaluate(form, merged, facts).Errors(complete: false).Concat(form.Public ? PublicAnswers.PointingOutSomeone(form, merged) : []).Select(error => error.Field.Split('.')[0]).ToHashSet();
        return new(new JsonObject(json.Where(pair => !wrong.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));
    }

    private static string KindOf(TestNewsKind kind) => kind switch
    {
        TestNewsKind.Started => TimelineKinds.TestStarted,
        TestNewsKind.Ended => TimelineKinds.TestEnded,
        TestNewsKind.Supports => TimelineKinds.TestSupports,
        TestNewsKind.Rejects => TimelineKinds.TestRejects,
        TestNewsKind.Inconclusive => TimelineKinds.TestInconclusive,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown news of a test."),
    };

    private static TimelineEntry Line(Idea idea, string kind, Audience audience, Guid? by, DateTimeOffset at, string? note) => new()
    {
        Id = OrderedId.Next(),
        IdeaId = idea.Id,
        At = at,
        VisibleFrom = idea.HeldUntil > at ? idea.HeldUntil.Value : at,
        Audience = audience,
        Kind = kind,
        Stage = idea.Stage,
        ActorId = by,
        Note = note,
    };
}
