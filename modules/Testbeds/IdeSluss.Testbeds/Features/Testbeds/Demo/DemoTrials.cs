using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.PrepareTest;
using IdeSluss.Testbeds.Features.Testbeds.TellIdea;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Demo;

/// <summary>The tests of the demo's ideas, and how some of them have gone. What the plans say comes from the ideas' own forms, and the results go back there, as with real ones.</summary>
internal sealed class DemoTrials(TestbedsDbContext db, ITestCases cases, IPeopleDirectory people, PrepareEarlierTests earlier, IEnumerable<TrialExample> examples, TimeProvider time) : ISeeder
{
    /// <summary>Days from the end of a test to its result.</summary>
    private const int DaysToResult = 7;

    /// <summary>After the ideas and the test beds.</summary>
    public int Order => 210;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await earlier.RunAsync(cancellationToken);
        foreach (var example in examples)
        {
            if (await db.Trials.FirstOrDefaultAsync(one => one.Title == example.Idea && one.Status == TrialStatus.Preparing, cancellationToken) is not { } trial) continue;
            if (await cases.FindAsync(trial.IdeaId, cancellationToken) is { } idea && (await people.InRoleAsync(Roles.TestLead, trial.AuthorityId, trial.UnitId, cancellationToken)) is [var lead, ..]) await GoAsync(trial, idea, example, lead.Id, cancellationToken);
        }
    }

    private async Task GoAsync(Trial trial, TestCase idea, TrialExample example, Guid lead, CancellationToken cancellationToken)
    {
        var testbed = example.Testbed is null ? (Guid?)null : await db.Testbeds.Where(one => one.Name == example.Testbed).Select(one => one.Id).FirstAsync(cancellationToken);
        (trial.LeadId, trial.TestbedId, trial.OwnPlace, trial.Recruitment) = (lead, testbed, example.Place, example.Recruitment);
        Join(trial, example, lead);
        if (example.StartedDaysAgo is { } days)
        {
            StartTest.StartTest.Copy(db, trial, idea);
            (trial.Status, trial.StartedAt, trial.StartedById) = (TrialStatus.Running, At(days), lead);
            db.TrialLog.AddRange(example.Log.Select(line => new TrialLogEntry
            {
                Id = Guid.CreateVersion7(), TrialId = trial.Id, Kind = line.Kind, Day = At(line.DaysAgo).StockholmDay(), Text = line.Text, Value = line.Value, ById = lead, At = At(line.DaysAgo), Action = line.Action,
                ClearedAt = line.Action is null ? null : At(line.DaysAgo).AddHours(2),
            }));
            await cases.TellAsync(new(idea.IdeaId, TestNewsKind.Started, lead, At(days)), cancellationToken);
        }

        // Measures are asked for below by what is saved.
        await db.SaveChangesAsync(cancellationToken);
        if (example.Result is { } result) await CloseAsync(trial, result, lead, cancellationToken);
    }

    private async Task CloseAsync(Trial trial, ResultExample result, Guid lead, CancellationToken cancellationToken)
    {
        var (ended, closed) = (At(result.EndedDaysAgo), At(result.EndedDaysAgo - DaysToResult));
        var measures = await db.Measures.Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order).ToListAsync(cancellationToken);
        var first = measures[0];
        (first.Result, first.Count, first.Uncertainty, first.Source, first.MeasuredAt) = (result.Measured.Value, result.Measured.Count, result.Measured.Uncertainty, "Egen räkning", closed);
        var kept = new TrialResult
        {
            TrialId = trial.Id, Verdict = result.Verdict, Recommendation = result.Recommendation, Why = result.Why, Equality = result.Equality, StaffView = result.StaffView, Tried = result.Tried, Went = result.Went, Learnt = result.Learnt,
            Otherwise = result.Otherwise, ClosedById = lead, At = closed,
        };
        db.Results.Add(kept);
        (trial.Status, trial.EndedAt, trial.ClosedAt) = (TrialStatus.Closed, ended, closed);
        trial.Terms = [.. cases.TermsOf(trial.Title, kept.Tried, kept.Went, kept.Learnt, kept.Otherwise)];
        await db.SaveChangesAsync(cancellationToken);
        await cases.TellAsync(new(trial.IdeaId, TestNewsKind.Ended, lead, ended), cancellationToken);
        var log = await db.TrialLog.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.At).ToListAsync(cancellationToken);
        var participants = await db.Participants.AsNoTracking().Where(one => one.TrialId == trial.Id).ToListAsync(cancellationToken);
        await cases.ReportAsync(new(trial.IdeaId, ReportAnswers.Of(trial, kept, measures, log, participants), lead, closed), cancellationToken);
        await cases.TellAsync(new(trial.IdeaId, TellOfResult.NewsOf(kept.Verdict), lead, closed), cancellationToken);
    }

    /// <summary>Those who said yes. Where the test is over nobody knows any longer who they were.</summary>
    private void Join(Trial trial, TrialExample example, Guid lead)
    {
        var said = At((example.StartedDaysAgo ?? 0) + 2).StockholmDay();
        var (women, all) = (example.People.Women, example.People.Women + example.People.Men);
        for (var order = 1; order <= all; order++)
        {
            var person = new Participant
            {
                Id = Guid.CreateVersion7(), TrialId = trial.Id, Order = order, Group = order <= women ? ParticipantGroup.Women : ParticipantGroup.Men, Age = AgeBand.Unknown, WithdrawnOn = order <= example.Withdrew ? said.AddDays(9) : null,
            };
            db.Participants.Add(person);
            db.Consents.Add(new() { ParticipantId = person.Id, TextVersion = "1", Language = "sv", Format = ConsentFormat.EasyRead, GivenBy = ConsentGiver.Self, GivenOn = said, WithdrawnOn = person.WithdrawnOn, RecordedById = lead });
            if (example.Result is null && person.WithdrawnOn is null) db.ParticipantContacts.Add(new() { ParticipantId = person.Id, TrialId = trial.Id, Name = $"Påhittad Person {order}" });
        }
    }

    private DateTimeOffset At(int daysAgo) => time.GetUtcNow().AddDays(-daysAgo);
}
