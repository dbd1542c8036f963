using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Irregularities;

/// <param name="Redirected">A coach has decided that it belongs here; false means that only a rule suspects it, and a coach still has the case.</param>
internal sealed record IrregularityItem(string CaseNumber, DateTimeOffset ReceivedAt, DateTimeOffset At, bool Redirected, string? Target, DateTimeOffset? AcknowledgedAt, string? OtherReference, string Text, string Language, CaseContact? Contact, string Channel);

/// <param name="OtherReference">The number in the system where irregularities are investigated.</param>
internal sealed record AcknowledgeRequest(string CaseNumber, string? OtherReference);

/// <param name="Why">Said to the coach, not to the submitter.</param>
internal sealed record HandBackRequest(string CaseNumber, string? Why);

/// <summary>Possible serious irregularities (lex Sarah, LSS 24 b §): the only place where their text is shown.</summary>
internal sealed class IrregularityDesk(IdeasDbContext db, CurrentUser me, WorkflowNames names, IOrganisation organisation, TimeProvider time)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<IrregularityItem>> FindAsync(CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(cancellationToken);
        var restricted = await Redirected(scope).AsNoTracking().Include(idea => idea.Contact).OrderByDescending(idea => idea.ReceivedAt).Take(Most).ToListAsync(cancellationToken);
        var ids = restricted.Select(idea => idea.Id).ToList();
        var records = (await db.Redirects.AsNoTracking().Where(record => ids.Contains(record.IdeaId) && record.TakenBackAt == null).ToListAsync(cancellationToken)).ToLookup(record => record.IdeaId);
        // A hint lasts until someone has looked: its task is open.
        var hinted = await Hinted(scope).AsNoTracking().Include(idea => idea.Contact).OrderByDescending(idea => idea.ReceivedAt).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. hinted.Select(idea => Item(idea, null)),
            .. restricted.Select(idea => Item(idea, records[idea.Id].OrderByDescending(record => record.At).FirstOrDefault())).OrderBy(item => item.AcknowledgedAt is not null).ThenByDescending(item => item.At),
        ];
    }

    /// <summary>Receives a redirected case, or takes note of a hint that a rule gave.</summary>
    public async Task<Outcome<Done>> AcknowledgeAsync(AcknowledgeRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.OtherReference?.Length > 100) return Problem.Invalid(new FieldError(nameof(request.OtherReference), new Text("Nummer där: högst {0} tecken.", 100)));
        if (await FindAsync(request.CaseNumber, cancellationToken) is not { } idea) return NotFound;
        var record = await db.Redirects.Where(one => one.IdeaId == idea.Id && one.TakenBackAt == null).OrderByDescending(one => one.At).FirstOrDefaultAsync(cancellationToken);
        if (idea.Restricted && record is not null)
        {
            if (record.ReceivedAt is null) Line(idea, TimelineKinds.Acknowledged, null, now);
            record.ReceivedAt ??= now;
            record.ReceivedById ??= me.RequiredId;
            if (!string.IsNullOrWhiteSpace(request.OtherReference)) record.OtherReference = request.OtherReference.Trim();
        }

        await CloseTasksAsync(idea.Id, "Mottaget", now, cancellationToken);
        db.Audit(new AuditFact("ideas.irregularity-acknowledged", "idea", idea.Id, me.Id, idea.AuthorityId));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    /// <summary>Not an irregularity after all: back to sorting, where it was before the redirect.</summary>
    public async Task<Outcome<Done>> HandBackAsync(HandBackRequest request, CancellationToken cancellationToken)
    {
        var why = request.Why?.Trim();
        if (string.IsNullOrEmpty(why)) return Problem.Invalid(new FieldError(nameof(request.Why), "Varför är det inget missförhållande? Skriv kort till coachen."));
        if (why.Length > 500) return Problem.Invalid(new FieldError(nameof(request.Why), new Text("Varför är det inget missförhållande? Högst {0} tecken.", 500)));
        if (await FindAsync(request.CaseNumber, cancellationToken) is not { } idea) return NotFound;

        var now = time.GetUtcNow();
        if (idea.Restricted)
        {
            if (names.Of(idea) is not { } workflow) return Decide.GateCases.ReadOnly;
            foreach (var record in await db.Redirects.Where(one => one.IdeaId == idea.Id && one.TakenBackAt == null).ToListAsync(cancellationToken)) record.TakenBackAt = now;
            idea.RedirectTarget = null;
            idea.CloseReason = null;
            idea.Restricted = false;
            idea.Enter(workflow.StageOf(Stages.Triage), null, now);
        }

        // Whoever looked has answered the question that the hint asked.
        idea.Hints &= ~SensitiveHints.Irregularity;
        Line(idea, TimelineKinds.Edited, why, now);
        await CloseTasksAsync(idea.Id, why, now, cancellationToken);
        db.Audit(new AuditFact("ideas.irregularity-handed-back", "idea", idea.Id, me.Id, idea.AuthorityId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    private static Problem NotFound => OpenCase.OpenCase.NotFound;

    /// <summary>Until it is sorted a case lies with the receiving authority, wherever the care is given: every receiver of irregularities sees those.</summary>
    private async Task<PermissionScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var scope = me.Scope(IdeasPermissions.ReceiveIrregularities);
        return scope.IsNone ? scope : scope.With(new PermissionScope(false, [(await organisation.ReceivingAuthorityAsync(cancellationToken)).Id], []));
    }

    private IQueryable<Idea> Redirected(PermissionScope scope) =>
        db.Ideas.OnlyRestrictedWithin(scope).Where(idea => idea.RedirectTarget == Contracts.Redirects.LexSarah || idea.RedirectTarget == Contracts.Redirects.LexMariaDeviation);

    private IQueryable<Idea> Hinted(PermissionScope scope) =>
        db.Ideas.Within(scope).Where(idea => db.Tasks.Any(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.ReceiveIrregularity && task.DoneAt == null && !task.Cancelled));

    private async Task<Idea?> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(cancellationToken);
        return await Redirected(scope).FirstOrDefaultAsync(idea => idea.CaseNumber == caseNumber, cancellationToken)
            ?? await Hinted(scope).FirstOrDefaultAsync(idea => idea.CaseNumber == caseNumber, cancellationToken);
    }

    private async Task CloseTasksAsync(Guid ideaId, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var task in await db.Tasks.Where(one => one.IdeaId == ideaId && one.Kind == CoachTaskKind.ReceiveIrregularity && one.DoneAt == null && !one.Cancelled).ToListAsync(cancellationToken))
        {
            task.DoneAt = now;
            task.DoneById = me.RequiredId;
            task.DoneNote = note;
        }
    }

    private void Line(Idea idea, string kind, string? note, DateTimeOffset now) =>
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = kind, Stage = idea.Stage, ActorId = me.Id, ActorRole = Roles.QualityOfficer, Note = note });

    private static IrregularityItem Item(Idea idea, RedirectRecord? record) => new(
        idea.CaseNumber, idea.ReceivedAt, record?.At ?? idea.ReceivedAt, idea.Restricted, idea.RedirectTarget, record?.ReceivedAt, record?.OtherReference, idea.OriginalText, idea.Language,
        idea.Contact is { } contact ? new(contact.Name, contact.Email, contact.Telephone, contact.Address) : null, idea.Channel);
}
