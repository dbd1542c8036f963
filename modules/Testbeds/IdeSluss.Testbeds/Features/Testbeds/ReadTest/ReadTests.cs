using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.StartTest;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTest;

internal enum TestsView
{
    /// <summary>Not closed.</summary>
    Open,

    /// <summary>Those that I lead and that are not closed.</summary>
    Mine,
    Closed,
}

internal sealed record TestLine(string Number, string? Title, string Place, TrialStatus Status, string? Lead, DateOnly? LastDay, DateTimeOffset CreatedAt);

/// <summary>How many, never who.</summary>
internal sealed record ParticipantCounts(int Began, int TakePart, int Withdrew);

internal sealed record MeasureView(Guid Id, string Name, string? Unit, decimal? Baseline, bool HigherIsBetter, decimal? Limit, decimal? Result, int? Count, string? Uncertainty, string? Source)
{
    /// <summary>Null until it has been measured, or where the plan has no limit.</summary>
    public bool? Reached => Result is null || Limit is null ? null : HigherIsBetter ? Result >= Limit : Result <= Limit;
}

/// <param name="Participant">Number of the one it is about; for the one who leads the test.</param>
internal sealed record LogLine(Guid Id, TrialLogKind Kind, DateOnly Day, string? Text, decimal? Value, string? Reference, int? Participant, string? Action, DateTimeOffset? ClearedAt);

internal sealed record ResultView(TrialVerdict Verdict, TrialRecommendation Recommendation, string? Why, string? Equality, string? StaffView, string Tried, string Went, string? Learnt, string? Otherwise, DateTimeOffset At);

internal sealed record GapView(string Key, Text What, string? Place);

/// <param name="Missing">Before the start: what is missing. Empty when it can start.</param>
/// <param name="Leads">The reader leads it.</param>
/// <param name="MayPrepare">The reader may take it on, or leads it.</param>
internal sealed record TestView(
    Guid Id, string Number, string CaseNumber, string? Title, string Place, TrialStatus Status, string? Track, string? Lead, Guid? LeadId, string? Testbed, string? TestbedSlug, string? OwnPlace, string? Recruitment, string? Tries, string? StopRule,
    DateOnly? LastDay, bool InvolvesPeople, DateOnly? ContactsUntil, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, bool EndedEarly, ParticipantCounts People, IReadOnlyList<MeasureView> Measures,
    IReadOnlyList<PlannedData> Data, IReadOnlyList<TestBooking> Bookings, IReadOnlyList<LogLine> Log, ResultView? Result, IReadOnlyList<GapView> Missing, bool Leads, bool MayPrepare, int Version);

/// <summary>Tests within one's scope. Nobody reads here who takes part.</summary>
internal sealed class ReadTests(TestbedsDbContext db, ITestCases cases, StartTest.StartTest start, TestBookings bookings, IOrganisation organisation, IPeopleDirectory people, CurrentUser me)
{
    public const int PageSize = 50;

    public async Task<Page<TestLine>> ListAsync(TestsView view, string? after, CancellationToken cancellationToken)
    {
        var trials = db.Trials.AsNoTracking().Within(me.Scope(TestbedsPermissions.ReadTests)).Where(one => one.Status != TrialStatus.Cancelled);
        trials = view switch
        {
            TestsView.Closed => trials.Where(one => one.Status == TrialStatus.Closed),
            TestsView.Mine => trials.Where(one => one.Status != TrialStatus.Closed).LedBy(me.RequiredId),
            _ => trials.Where(one => one.Status != TrialStatus.Closed),
        };
        if (Cursor.Parse(after) is { } last) trials = trials.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.CreatedAt, one.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await trials.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. rows.Select(one => one.LeadId).OfType<Guid>().Distinct()], cancellationToken);
        var lines = new List<TestLine>();
        foreach (var one in rows.Take(PageSize))
            lines.Add(new(one.Number, one.Title, await organisation.PlaceNameAsync(one.AuthorityId, one.UnitId, cancellationToken), one.Status, one.LeadId is { } lead ? names.GetValueOrDefault(lead)?.DisplayName : null, one.LastDay, one.CreatedAt));
        return new(lines, rows.Count > PageSize ? new Cursor(rows[PageSize - 1].CreatedAt, rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<Outcome<TestView>> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (await db.Trials.AsNoTracking().Within(me.Scope(TestbedsPermissions.ReadTests)).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        var idea = trial.Status == TrialStatus.Preparing ? await cases.FindAsync(trial.IdeaId, cancellationToken) : null;
        var missing = trial.Status == TrialStatus.Preparing ? await start.MissingAsync(trial, idea, cancellationToken) : [];
        var leads = trial.LeadId == me.RequiredId && me.Scope(TestbedsPermissions.LeadTests).Covers(trial.AuthorityId, trial.UnitId);
        var testbed = trial.TestbedId is { } place ? await db.Testbeds.AsNoTracking().Where(one => one.Id == place).Select(one => new { one.Name, one.Slug }).FirstAsync(cancellationToken) : null;
        return new TestView(
            trial.Id, trial.Number, trial.CaseNumber, idea?.Title ?? trial.Title, await organisation.PlaceNameAsync(trial.AuthorityId, trial.UnitId, cancellationToken), trial.Status, trial.Track,
            trial.LeadId is { } lead ? (await people.FindAsync(lead, cancellationToken))?.DisplayName : null, trial.LeadId, testbed?.Name, testbed?.Slug, trial.OwnPlace, trial.Recruitment,
            idea?.Plan.Tries ?? trial.Tries, idea?.Plan.StopRule ?? trial.StopRule, idea?.Plan.Ends ?? trial.LastDay, idea?.Plan.InvolvesPeople ?? trial.InvolvesPeople, trial.ContactsUntil, trial.StartedAt, trial.EndedAt, trial.EndedEarly,
            await CountsAsync(trial.Id, cancellationToken), await MeasuresAsync(trial, idea, cancellationToken), await DataAsync(trial, idea, cancellationToken), await bookings.OfAsync(trial, cancellationToken), await LogAsync(trial.Id, leads, cancellationToken),
            await db.Results.AsNoTracking().Where(one => one.TrialId == trial.Id).Select(one => new ResultView(one.Verdict, one.Recommendation, one.Why, one.Equality, one.StaffView, one.Tried, one.Went, one.Learnt, one.Otherwise, one.At)).FirstOrDefaultAsync(cancellationToken),
            [.. missing.Select(gap => new GapView(gap.Key, gap.What, gap.Place))], leads, leads || (trial.LeadId is null && me.Scope(TestbedsPermissions.LeadTests).Covers(trial.AuthorityId, trial.UnitId)), trial.Version);
    }

    private async Task<ParticipantCounts> CountsAsync(Guid trial, CancellationToken cancellationToken)
    {
        var all = await db.Participants.CountAsync(one => one.TrialId == trial, cancellationToken);
        var withdrew = await db.Participants.CountAsync(one => one.TrialId == trial && one.WithdrawnOn != null, cancellationToken);
        return new(all, all - withdrew, withdrew);
    }

    private async Task<IReadOnlyList<MeasureView>> MeasuresAsync(Trial trial, TestCase? idea, CancellationToken cancellationToken) => idea is not null
        ? [.. idea.Plan.Measures.Select(one => new MeasureView(Guid.Empty, one.Name, one.Unit, one.Baseline, one.HigherIsBetter, one.Limit, null, null, null, null))]
        : await db.Measures.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order)
            .Select(one => new MeasureView(one.Id, one.Name, one.Unit, one.Baseline, one.HigherIsBetter, one.Limit, one.Result, one.Count, one.Uncertainty, one.Source)).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<PlannedData>> DataAsync(Trial trial, TestCase? idea, CancellationToken cancellationToken) => idea is not null
        ? idea.Plan.Data
        : await db.ProcessingBases.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Id).Select(one => new PlannedData(one.What, one.Purpose, one.Basis, one.Readers, one.Place, one.RemovedBy)).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<LogLine>> LogAsync(Guid trial, bool leads, CancellationToken cancellationToken) =>
        await db.TrialLog.AsNoTracking().Where(one => one.TrialId == trial).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(LogTest.WriteLog.MostEntries)
            .Select(one => new LogLine(one.Id, one.Kind, one.Day, one.Text, one.Value, one.Reference, leads ? db.Participants.Where(person => person.Id == one.ParticipantId).Select(person => (int?)person.Order).FirstOrDefault() : null, one.Action, one.ClearedAt))
            .ToListAsync(cancellationToken);
}
