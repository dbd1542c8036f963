using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>
/// Writes the invented ideas with their history, by the same rules as the real ones: the transition at the gates, the forms, the redirects, the merge and the tasks are the product's own,
/// only the clock is given. Nobody gets a mail about what has already happened.
/// </summary>
internal sealed class DemoIdeas(
    IdeasDbContext db, DemoContent content, DemoCast cast, DemoIntake intake, DemoDecisions decisions, DemoEvidence evidence, DemoPreparations preparations, DemoAftermath aftermath, IWorkflowRegistry workflows,
    TimeProvider time) : ISeeder
{
    public int Order => 200;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // A start that was interrupted after the ideas were written does not write them again.
        if (await db.Ideas.AnyAsync(idea => idea.SubmissionKey.StartsWith(DemoIntake.KeyPrefix), cancellationToken)) return;
        using var _ = new SpeakingTo(TextLanguages.Swedish);
        var calendar = new DemoCalendar(time.GetUtcNow(), content.OldestDay);
        var cases = new List<DemoCase>();
        // Added as a whole and in order; looking for changes among them again and again would take most of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var demo in content.Ideas)
        {
            var current = await intake.ReceiveAsync(demo, calendar, cases.Count, cancellationToken);
            current.MergedInto = cases.FirstOrDefault(other => other.Demo.Key == demo.MergeInto)?.Idea;
            cases.Add(current);
            await LiveAsync(current, cancellationToken);
        }

        await ReportOnAccessibilityAsync(calendar, cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(cancellationToken);
        foreach (var current in cases)
            if (current.MergedInto is { } target) await aftermath.MergedAsync(current, target, cancellationToken);
    }

    private async Task LiveAsync(DemoCase current, CancellationToken cancellationToken)
    {
        var (demo, idea) = (current.Demo, current.Idea);
        foreach (var step in demo.Steps) await decisions.DecideAsync(current, step, cancellationToken);
        if (idea.IsOpen && workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)?.GateAfter(idea.Stage) is { } ahead)
        {
            evidence.Fill(current, demo.Filled, null, null, idea.Track, Math.Max(1, current.LastDay / 2));
            await preparations.AheadAsync(current, ahead, cancellationToken);
        }

        if (demo.Withdrawn is { } day) aftermath.TakenBack(current, day);
        await aftermath.FollowedAsync(current, cancellationToken);
    }

    /// <summary>So that whoever answers such reports has one to answer.</summary>
    private async Task ReportOnAccessibilityAsync(DemoCalendar calendar, CancellationToken cancellationToken)
    {
        var at = calendar.At(3, 60);
        var report = new AccessibilityReport { Id = Guid.CreateVersion7(at), At = at, Text = "Jag använder skärmläsare och hörde inte vilket steg jag var på när jag lämnade en idé.", Page = "/ide", Contact = "skarmlasare@exempel.example" };
        db.AccessibilityReports.Add(report);
        db.Tasks.Add(new CoachTask
        {
            Id = report.Id, Kind = CoachTaskKind.AccessibilityReport, Role = Roles.AccessibilityAdvisor, AuthorityId = (await cast.ReceivingAsync(cancellationToken)).Id, CreatedAt = at, VisibleFrom = at,
            Due = WorkingDays.Add(at.StockholmDay(), 10), What = "Svara på en synpunkt om tillgänglighet.",
        });
    }
}
