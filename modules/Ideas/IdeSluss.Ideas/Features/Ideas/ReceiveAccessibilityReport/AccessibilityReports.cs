using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;

namespace IdeSluss.Ideas.Features.Ideas.ReceiveAccessibilityReport;

/// <summary>Keeps what people report about accessibility and gives someone the task to answer (lag 2018:1937, 13 §).</summary>
internal sealed class AccessibilityReports(IdeasDbContext db, IOrganisation organisation, ClockKinds kinds, TimeProvider time) : IAccessibilityReports
{
    private const int AnswerDays = 10;

    public async Task<Outcome<AccessibilityReceipt>> ReceiveAsync(Sdk.Web.AccessibilityReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = WorkingDays.Add(now.StockholmDay(), AnswerDays);
        var kept = new Domain.AccessibilityReport
        {
            Id = Guid.CreateVersion7(),
            At = now,
            Text = SubmittedText.Lines(report.Text),
            Page = SubmittedText.Line(report.Address),
            Contact = SubmittedText.Line(report.Contact),
            IsRequest = report.IsRequest,
        };
        var authority = await organisation.ReceivingAuthorityAsync(cancellationToken);
        db.AccessibilityReports.Add(kept);
        db.Tasks.Add(new CoachTask
        {
            // The report's own id: the task's page finds the report by it.
            Id = kept.Id,
            Kind = CoachTaskKind.AccessibilityReport,
            Role = Roles.AccessibilityAdvisor,
            AuthorityId = authority.Id,
            CreatedAt = now,
            VisibleFrom = now,
            Due = due,
            What = report.IsRequest ? "Svara på en begäran om tillgängliggörande." : "Svara på en synpunkt om tillgänglighet.",
        });
        if (kinds.Find(report.IsRequest ? LegalClocks.AccessibilityRequest : LegalClocks.AccessibilityMessage) is { } kind) ClockLines.Start(db, kind, null, kept.Id, authority.Id, now.StockholmDay(), null, now);
        db.Audit(new AuditFact("ideas.accessibility-reported", "accessibility-report", kept.Id, null, authority.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new AccessibilityReceipt(NumberOf(kept), kept.Contact is null ? null : due);
    }

    /// <summary>The day and the end of the id: short enough to say on the telephone, and it does not count how many there are.</summary>
    public static string NumberOf(Domain.AccessibilityReport report) => $"T{report.At.StockholmDay():yyMMdd}-{report.Id.ToString("N")[^4..].ToUpperInvariant()}";
}
