using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.CloseTest;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.TellIdea;

/// <summary>The case's history says that its test has begun.</summary>
internal sealed class TellOfStart(ITestCases cases) : IEventHandler<TestStarted>
{
    public Task HandleAsync(TestStarted message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, TestNewsKind.Started, message.StartedBy, message.At), cancellationToken);
}

internal sealed class TellOfEnd(ITestCases cases) : IEventHandler<TestEnded>
{
    public Task HandleAsync(TestEnded message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, TestNewsKind.Ended, message.EndedBy, message.At), cancellationToken);
}

/// <summary>The result becomes a line in the history, and answers in the report and the lesson that the next decision rests on.</summary>
internal sealed class TellOfResult(TestbedsDbContext db, ITestCases cases) : IEventHandler<TestResultRecorded>
{
    public async Task HandleAsync(TestResultRecorded message, Delivery delivery, CancellationToken cancellationToken)
    {
        var trial = await db.Trials.AsNoTracking().FirstAsync(one => one.Id == message.TestId, cancellationToken);
        var result = await db.Results.AsNoTracking().FirstAsync(one => one.TrialId == trial.Id, cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order).ToListAsync(cancellationToken);
        var log = await db.TrialLog.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var people = await db.Participants.AsNoTracking().Where(one => one.TrialId == trial.Id).ToListAsync(cancellationToken);
        await cases.ReportAsync(new(trial.IdeaId, ReportAnswers.Of(trial, result, measures, log, people), message.ClosedBy, message.At), cancellationToken);
        await cases.TellAsync(new(trial.IdeaId, NewsOf(result.Verdict), message.ClosedBy, message.At), cancellationToken);
    }

    public static TestNewsKind NewsOf(TrialVerdict verdict) => verdict switch
    {
        TrialVerdict.Supports => TestNewsKind.Supports,
        TrialVerdict.Rejects => TestNewsKind.Rejects,
        _ => TestNewsKind.Inconclusive,
    };
}

/// <summary>No decision after a test that was started before it is closed with its result. One that was never started here stands in nobody's way: the case has its plain forms.</summary>
internal sealed class TestIsClosed(TestbedsDbContext db) : IGateCheck
{
    public async Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken)
    {
        if (request.Gate != Gates.Evaluate) return GateCheckResult.Pass;
        var open = await db.Trials.AsNoTracking().Where(one => one.IdeaId == request.IdeaId && (one.Status == TrialStatus.Running || one.Status == TrialStatus.Ended)).Select(one => one.Number).FirstOrDefaultAsync(cancellationToken);
        return open is null ? GateCheckResult.Pass : GateCheckResult.Missing(new Sdk.Results.FieldError("test", new Sdk.Results.Text("Test {0}: avsluta det med sitt resultat först.", open)));
    }
}
