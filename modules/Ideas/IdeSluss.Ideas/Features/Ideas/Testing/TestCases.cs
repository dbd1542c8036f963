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
internal sealed class TestCases(IdeasDbContext db, CaseEvidence evidence, ReadCaseFacts requirements, WorkflowNames workflows, IFormRegistry forms, ReportedAnswers reported, TimeProvider time) : ITestCases
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
        db.Timeline.Add(Line(idea, kind, news));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReportAsync(TestReport report, CancellationToken cancellationToken)
    {
        if (await db.Ideas.FirstOrDefaultAsync(one => one.Id == report.IdeaId, cancellationToken) is not { IsOpen: true } idea) return;
        foreach (var (key, answers) in report.Answers) await reported.SaveAsync(idea, key, answers, report.By, report.At, "test", cancellationToken);
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

    private static TimelineEntry Line(Idea idea, string kind, TestNews news) => new()
    {
        Id = OrderedId.Next(),
        IdeaId = idea.Id,
        At = news.At,
        VisibleFrom = idea.HeldUntil > news.At ? idea.HeldUntil.Value : news.At,
        Audience = Audience.Public,
        Kind = kind,
        Stage = idea.Stage,
        ActorId = news.By,
    };
}
