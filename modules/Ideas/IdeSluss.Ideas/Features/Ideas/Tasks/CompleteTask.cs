using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Tasks;

/// <param name="Note">"ringt 3 november"; what the register will show.</param>
/// <param name="OtherReference">For a hand-over: the number in the other system.</param>
internal sealed record CompleteTaskRequest(Guid TaskId, string? Note, string? OtherReference = null);

/// <param name="CanSeeCase">Also reads the case itself; the task is otherwise all one gets.</param>
/// <param name="Original">What the submitter wrote: only where the task cannot be done without it (a hand-over, a possible irregularity).</param>
/// <param name="TranslateAt">Where the translation that the task is about is entered.</param>
/// <param name="Reply">The answer to give by telephone or letter.</param>
internal sealed record TaskView(
    Guid Id, CoachTaskKind Kind, string What, DateOnly Due, DateTimeOffset? DoneAt, string? DoneNote, string? CaseNumber, bool CanSeeCase, CaseContact? Contact, string? Original, string? Reply, string? RedirectTarget, string? RedirectName, string? Language, string? ReplyLanguage, string? TranslateAt, string? Report, TaskPlace? Place);

/// <summary>A task that is done on a page of its own.</summary>
/// <param name="Say">What to do there.</param>
internal sealed record TaskPlace(string Address, Text Button, Text Say);

/// <summary>A task is read and closed by those who have it: what was done is written down, and the case's history gets a line.</summary>
internal sealed class CompleteTask(IdeasDbContext db, CurrentUser me, WorkflowNames names, TimeProvider time)
{
    private const int MostNote = 500;

    public async Task<Outcome<TaskView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await VisibleAsync(id, cancellationToken) is not { } task) return NotFound;
        var idea = task.IdeaId is { } ideaId ? await db.Ideas.AsNoTracking().Include(one => one.Contact).FirstAsync(one => one.Id == ideaId, cancellationToken) : null;
        var decision = task.DecisionId is { } decisionId ? await db.Decisions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == decisionId, cancellationToken) : null;
        var givesAnswer = task.Kind is CoachTaskKind.CallSubmitter or CoachTaskKind.SendLetter or CoachTaskKind.RemindSubmitter or CoachTaskKind.AskAboutMerge;
        var readsOriginal = task.Kind is CoachTaskKind.HandOver or CoachTaskKind.ReceiveIrregularity or CoachTaskKind.OtherLanguage;
        var report = task.Kind == CoachTaskKind.AccessibilityReport ? await ReportAsync(task, cancellationToken) : null;
        var merge = task.Kind is CoachTaskKind.RemindSubmitter or CoachTaskKind.AskAboutMerge && idea is not null
            ? await db.Merges.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.State == MergeState.Asked).Select(one => one.Question).FirstOrDefaultAsync(cancellationToken)
            : null;
        var question = merge ?? (task.Kind == CoachTaskKind.RemindSubmitter && idea is not null
            ? await db.Messages.AsNoTracking().Where(one => one.IdeaId == idea.Id && !one.FromSubmitter).OrderByDescending(one => one.Id).Select(one => one.Text).FirstOrDefaultAsync(cancellationToken)
            : null);
        // One who hears the reply from a person hears it in their own language, once it is translated.
        var translation = givesAnswer && decision is not null && idea is not null
            ? await db.Translations.AsNoTracking().Where(one => one.DecisionId == decision.Id && one.Language == idea.Language).OrderByDescending(one => one.Id).Select(one => one.Text).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new TaskView(
            task.Id, task.Kind, task.What, task.Due, task.DoneAt, task.DoneNote, idea?.CaseNumber,
            idea is { Restricted: false } && me.Scope(IdeasPermissions.Work).Covers(idea.AuthorityId, idea.UnitId),
            (givesAnswer || readsOriginal) && idea?.Contact is { } contact ? new(contact.Name, contact.Email, contact.Telephone, contact.Address) : null,
            readsOriginal && task.DoneAt is null ? idea?.OriginalText : null,
            givesAnswer ? question ?? translation ?? decision?.Reply : null,
            idea?.RedirectTarget, idea?.RedirectTarget is { } target ? names.Of(idea)?.Redirects.FirstOrDefault(one => one.Code == target)?.Name ?? target : null, task.Language ?? idea?.Language, translation is not null ? idea!.Language : question is not null ? TextLanguages.Swedish : SpeakingTo.LanguageFor(idea?.Language), TranslateAt(task, idea), report, await PlaceAsync(task, cancellationToken));
    }

    private static string? TranslateAt(CoachTask task, Idea? idea) => task.Kind switch
    {
        _ when idea is null || task.DoneAt is not null => null,
        CoachTaskKind.OtherLanguage => $"/arbete/{idea.CaseNumber}/oversatt",
        CoachTaskKind.TranslateReply => $"/arbete/{idea.CaseNumber}/oversatt?beslut={task.DecisionId}",
        _ => null,
    };

    public async Task<Outcome<Done>> HandleAsync(CompleteTaskRequest request, CancellationToken cancellationToken)
    {
        if (await VisibleAsync(request.TaskId, cancellationToken) is not { } task) return NotFound;
        if (task.DoneAt is not null) return Problem.Conflict("Uppgiften är redan klar.");
        if (await PlaceAsync(task, cancellationToken) is { } place) return Problem.Conflict(place.Say);
        var note = request.Note?.Trim();
        var errors = new List<FieldError>();
        if (string.IsNullOrEmpty(note)) errors.Add(new(nameof(request.Note), "Vad gjorde du? Skriv kort, till exempel: ringt 3 november."));
        else if (note.Length > MostNote) errors.Add(new(nameof(request.Note), new Text("Vad gjorde du? Texten får vara högst {0} tecken.", MostNote)));
        if (request.OtherReference?.Length > 100) errors.Add(new(nameof(request.OtherReference), new Text("Nummer där: högst {0} tecken.", 100)));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var now = time.GetUtcNow();
        task.DoneAt = now;
        task.DoneById = me.RequiredId;
        task.DoneNote = note;
        if (task.IdeaId is { } ideaId)
        {
            db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = ideaId, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.TaskDone, DecisionId = task.DecisionId, ActorId = me.Id, ActorRole = task.Role, Note = note });
            if (task.Kind == CoachTaskKind.HandOver) await ReceivedElsewhereAsync(ideaId, task, request.OtherReference?.Trim(), now, cancellationToken);
        }
        else if (task.Kind == CoachTaskKind.AccessibilityReport && await db.AccessibilityReports.FirstOrDefaultAsync(report => report.Id == task.Id, cancellationToken) is { } report)
        {
            report.AnsweredAt = now;
            foreach (var clock in await db.LegalClocks.Where(one => one.ReportId == report.Id && one.StoppedAt == null).ToListAsync(cancellationToken)) ClockLines.Stop(db, clock, LegalClockStop.Done, note, me.RequiredId, now);
        }

        db.Audit(new AuditFact("ideas.task-done", "task", task.Id, me.Id, task.AuthorityId, new Dictionary<string, string> { ["kind"] = task.Kind.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    private async Task<TaskPlace?> PlaceAsync(CoachTask task, CancellationToken cancellationToken)
    {
        if (task.Kind == CoachTaskKind.ReceiveIrregularity) return new("/arbete/missforhallanden", "Ta emot ärendet", "Ta emot ärendet på sidan Möjliga missförhållanden.");
        var number = await db.Ideas.Where(idea => idea.Id == task.IdeaId).Select(idea => idea.CaseNumber).FirstOrDefaultAsync(cancellationToken);
        return task.Kind switch
        {
            CoachTaskKind.AnswerReceiver => new($"/att-besluta/{number}/mottagare", "Läs villkoren och svara", "Svara på sidan där villkoren står."),
            CoachTaskKind.AnswerConsultation => new($"/arbete/samrad/{task.SubjectId}", "Läs frågan och svara", "Svara på samrådets sida."),
            CoachTaskKind.LegalClock => new($"/arbete/lagtider/{task.SubjectId}", "Öppna tiden", "Skriv vad som har hänt på sidan för lagens tid."),
            CoachTaskKind.NoteConsultation => new($"/arbete/samrad/{task.SubjectId}", "Öppna samrådet", "Påminn, eller notera att inget svar kom, på samrådets sida."),
            CoachTaskKind.ChooseReceiver => new($"/arbete/{number}/mottagare", "Föreslå en mottagare", "Föreslå en annan enhet på sidan Mottagare."),
            CoachTaskKind.BenefitFollowUp when task.Role == Roles.IdeaCoach => new($"/arbete/nytta/{number}/ansvarig", "Välj nyttoansvarig", "Välj vem som är nyttoansvarig på idéns sida för nytta."),
            CoachTaskKind.InnovationQuestions => new($"/arbete/fornyelse/{number}", "Svara på åtta kryss", "Svara på sidan för det nya som ni har infört."),
            CoachTaskKind.BenefitFollowUp => new($"/mina-uppfoljningar/{task.SubjectId}", "Svara på uppföljningen", "Svara på uppföljningens sida."),
            _ => null,
        };
    }

    private static Problem NotFound => Problem.NotFound("Uppgiften finns inte, eller så är den inte din.");

    /// <summary>Done ones too, for their assignee and role: a second press on the button gets a clear answer.</summary>
    private async Task<CoachTask?> VisibleAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Tasks.Where(task => task.Id == id && !task.Cancelled && task.VisibleFrom <= now).VisibleTo(me, db).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task ReceivedElsewhereAsync(Guid ideaId, CoachTask task, string? otherReference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = await db.Redirects.Where(one => one.IdeaId == ideaId && one.TakenBackAt == null).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        if (record is null) return;
        record.ReceivedAt ??= now;
        record.ReceivedById ??= task.DoneById;
        if (!string.IsNullOrEmpty(otherReference)) record.OtherReference = otherReference;
    }

    /// <summary>The task of a report has the report's own id.</summary>
    private async Task<string?> ReportAsync(CoachTask task, CancellationToken cancellationToken) =>
        await db.AccessibilityReports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == task.Id, cancellationToken) is { } report
            ? string.Join('\n', new[] { report.Text, report.Page, report.Contact }.Where(line => !string.IsNullOrEmpty(line)))
            : null;
}
