using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.OpenCase;

/// <summary>The case as those who work with it see it. A case outside one's scope does not exist, and neither does a restricted one.</summary>
internal sealed class OpenCase(IdeasDbContext db, CurrentUser me, WorkflowNames names, IFormRegistry forms, IOrganisation organisation, IPeopleDirectory people, LanguageRights rights, ReadTranslations translations, IStringLocalizer texts, TimeProvider time)
{
    public static Problem NotFound { get; } = Problem.NotFound("Det finns inget ärende med det numret, eller så är det inte ditt.");

    public async Task<Outcome<CaseView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().WithOwners()
            .Within(me.Scope(IdeasPermissions.Work)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return NotFound;

        var now = time.GetUtcNow();
        var timeline = await db.Timeline.AsNoTracking().Where(entry => entry.IdeaId == idea.Id).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).ToListAsync(cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(one => one.IdeaId == idea.Id).OrderByDescending(one => one.Id).ToListAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(one => one.IdeaId == idea.Id).OrderBy(one => one.At).ToListAsync(cancellationToken);
        var evidence = await db.Evidence.AsNoTracking().Where(one => one.IdeaId == idea.Id).OrderBy(one => one.SavedAt).ToListAsync(cancellationToken);
        // What others are asked stands with what the decision needs; their tasks are not the reader's to open.
        var tasks = await db.Tasks.AsNoTracking().Where(one => one.IdeaId == idea.Id && !one.Cancelled && one.VisibleFrom <= now && one.Kind != CoachTaskKind.AnswerReceiver && one.Kind != CoachTaskKind.AnswerConsultation).OrderBy(one => one.Due).ToListAsync(cancellationToken);
        var redirects = await db.Redirects.AsNoTracking().Where(one => one.IdeaId == idea.Id).OrderBy(one => one.At).ToListAsync(cancellationToken);
        var whole = idea.MergedIntoId is { } into ? await db.Ideas.Within(me.Scope(IdeasPermissions.Work)).Where(one => one.Id == into).Select(one => one.CaseNumber).FirstOrDefaultAsync(cancellationToken) : null;
        var mergeAsked = await db.Merges.AnyAsync(one => one.IdeaId == idea.Id && one.State == MergeState.Asked, cancellationToken);
        var who = await NamesAsync(idea, timeline, decisions, messages, evidence, tasks, cancellationToken);
        var workflow = names.Of(idea);

        string? Name(Guid? id) => id is { } known ? who.GetValueOrDefault(known)?.DisplayName : null;
        return new CaseView
        {
            Id = idea.Id, CaseNumber = idea.CaseNumber, Version = idea.Version,
            Stage = idea.Stage, StageName = names.Stage(idea.WorkflowKey, idea.WorkflowVersion, idea.Stage),
            PublicStep = workflow?.Stages.FirstOrDefault(stage => stage.Code == idea.Stage)?.PublicStep ?? 0,
            Chain = workflow is null ? [] : Chain(idea, workflow, timeline, decisions, now),
            Track = idea.Track, TrackName = names.Track(idea.WorkflowKey, idea.WorkflowVersion, idea.Track),
            Status = idea.Status.ToString(), CloseReason = idea.CloseReason, RedirectTarget = idea.RedirectTarget,
            OriginalTitle = idea.OriginalTitle, OriginalText = idea.OriginalText, PublicTitle = idea.PublicTitle, PublicText = idea.PublicText, NeedSentence = idea.NeedSentence,
            Place = idea.Place, WhoHasNeed = idea.WhoHasNeed, Area = idea.Area, Language = idea.Language, LanguageName = TextLanguages.NameOf(idea.Language), LanguageRight = rights.For(idea.Language, now.StockholmDay()),
            Translations = await translations.OfCaseAsync(idea.Id, cancellationToken), Channel = idea.Channel,
            SubmitterKind = idea.SubmitterKind.ToString(), AnswerWay = idea.AnswerWay.ToString(),
            Contact = idea.Contact is { } contact ? new(contact.Name, contact.Email, contact.Telephone, contact.Address) : null,
            ConsentNote = idea.ConsentNote, OriginalKeptAt = idea.OriginalKeptAt, Hints = SensitiveHintWords.Of(idea.Hints),
            ReceivedAt = idea.ReceivedAt, PromiseDue = idea.PromiseDue, Promise = PromiseWords.Of(idea.PromiseDue, idea.Status, now.StockholmDay()), PausedAt = idea.PausedAt,
            HeldUntil = idea.HeldUntil > now ? idea.HeldUntil : null,
            Authority = (await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken))?.Name,
            UnitId = idea.UnitId, Unit = idea.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name : null,
            CoachId = idea.CoachId, Coach = Name(idea.CoachId), RegisteredBy = Name(idea.RegisteredById),
            CanBeSorted = me.Scope(IdeasPermissions.Sort).Covers(idea.AuthorityId, idea.UnitId) && workflow?.GateAfter(idea.Stage)?.DecidedBy.Contains(Roles.IdeaCoach) == true && idea.IsOpen,
            IsOwn = idea.IsOwnOf(me.RequiredId), ReadOnly = workflow is null,
            Timeline = [.. timeline.Select(entry => new CaseEvent(entry.At, entry.Kind, TimelineWords.Of(entry.Kind), entry.Stage is { } stage ? names.Stage(idea.WorkflowKey, idea.WorkflowVersion, stage) : null, Name(entry.ActorId), About(idea, entry), About(idea, entry) is null ? entry.Note : null, entry.TakenBack, entry.Audience == Audience.Internal))],
            Decisions = [.. decisions.Select(one => new CaseDecision(one.Id, names.Gate(idea.WorkflowKey, idea.WorkflowVersion, one.Gate), names.Outcome(idea.WorkflowKey, idea.WorkflowVersion, one.Gate, one.Outcome), one.DecidedAt, Name(one.DecidedById), RoleName(one.DecidedAs), one.LegalBasis, one.Reason, one.Reply, one.EffectiveAt, one.TakenBackAt is not null, one.CorrectsId is not null, SpeakingTo.LanguageFor(idea.Language)))],
            Messages = [.. messages.Select(one => new CaseMessage(one.At, one.FromSubmitter, Name(one.AuthorId), one.Text, one.AnswerBy))],
            Evidence =
            [
                .. evidence.Select(one => new CaseEvidence(one.Form, (forms.Find(one.Form, one.FormVersion) ?? forms.Current(one.Form))?.Title ?? one.Form, one.Complete, one.SavedAt, Name(one.SavedById))),
                .. (workflow?.GateAfter(idea.Stage)?.EvidenceIn(idea.Track) ?? []).Where(asked => idea.IsOpen && evidence.TrueForAll(one => one.Form != asked.Form))
                    .Select(asked => new CaseEvidence(asked.Form, forms.Current(asked.Form)?.Title ?? asked.Form, false, null, null)),
            ],
            Tasks = [.. tasks.Select(one => new CaseTask(one.Id, one.Kind, one.What, one.Due, one.DoneAt, one.DoneNote, Name(one.DoneById ?? one.AssigneeId)))],
            Redirects = [.. redirects.Select(one => new CaseRedirect(workflow?.Redirects.FirstOrDefault(target => target.Code == one.Target)?.Name ?? one.Target, one.At, one.ReceivedAt, one.OtherReference, one.TakenBackAt is not null))],
            MergeAsked = mergeAsked, MergedInto = whole, Merged = [.. idea.Merged.Select(one => one.CaseNumber).Order(StringComparer.Ordinal)],
        };
    }

    private IReadOnlyList<SluiceStage> Chain(Idea idea, WorkflowDefinition workflow, List<TimelineEntry> timeline, List<Decision> decisions, DateTimeOffset now) => CaseChain.Of(
        new(workflow, idea.Stage, idea.Track, idea.CloseReason == CloseReasons.Implemented, [.. timeline.Where(entry => !entry.TakenBack).Reverse()], decisions.ToDictionary(decision => decision.Id)), texts, now.StockholmDay());

    /// <summary>Some notes are a code: the name of what it stands for.</summary>
    private string? About(Idea idea, TimelineEntry entry) => (entry.Kind, entry.Note) switch
    {
        (_, null) => null,
        (TimelineKinds.GateNotNeeded, var gate) => names.Gate(idea.WorkflowKey, idea.WorkflowVersion, gate),
        (TimelineKinds.EvidenceNotNeeded or TimelineKinds.EvidenceSaved, var form) => forms.Current(form)?.Title ?? form,
        (TimelineKinds.Advised, var recommendation) => recommendation,
        (TimelineKinds.Translated or TimelineKinds.TranslationAsked, var language) => TextLanguages.NameOf(language),
        _ => null,
    };

    private static string? RoleName(string? code) => Roles.All.FirstOrDefault(role => role.Code == code)?.Name ?? code;

    private async Task<IReadOnlyDictionary<Guid, PersonInfo>> NamesAsync(Idea idea, List<TimelineEntry> timeline, List<Decision> decisions, List<Message> messages, List<EvidenceAnswer> evidence, List<CoachTask> tasks, CancellationToken cancellationToken)
    {
        IEnumerable<Guid?> ids =
        [
            idea.CoachId, idea.RegisteredById, .. timeline.Select(one => one.ActorId), .. decisions.Select(one => one.DecidedById), .. messages.Select(one => one.AuthorId),
            .. evidence.Select(one => one.SavedById), .. tasks.Select(one => one.DoneById), .. tasks.Select(one => one.AssigneeId),
        ];
        return await people.FindManyAsync([.. ids.OfType<Guid>().Distinct()], cancellationToken);
    }
}
