using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <param name="DecisionId">The decision whose reply is translated; null for the idea itself.</param>
internal sealed record TranslationRequest(string CaseNumber, Guid? DecisionId, string? Language, TranslatedBy? By, string? Text);

/// <param name="Original">What is to be translated.</param>
/// <param name="FromLanguage">BCP 47 of the original.</param>
/// <param name="Wanted">The language that a task asks for, or Swedish for an idea.</param>
/// <param name="Existing">Translations of the same text, the newest in each language.</param>
internal sealed record TranslationScreen(string CaseNumber, Guid? DecisionId, string Original, string FromLanguage, string? Wanted, IReadOnlyList<ShownTranslation> Existing);

/// <param name="Id">Of the new document.</param>
internal sealed record TranslationReceipt(Guid Id, string CaseNumber, string Language);

/// <summary>Keeps a translation as a document of its own. What asked for it is then done, and the submitter hears of a translated reply.</summary>
internal sealed class SaveTranslation(IdeasDbContext db, CurrentUser me, ReadTranslations read, SubmitterMail submitters, IStringLocalizer texts, TimeProvider time)
{
    public const int MostText = 40_000;

    public async Task<Outcome<TranslationScreen>> FindAsync(string caseNumber, Guid? decisionId, CancellationToken cancellationToken)
    {
        if ((await SourceAsync(caseNumber, decisionId, cancellationToken)).Failed(out var problem, out var source)) return problem;
        var existing = (await read.OfCaseAsync(source.Idea.Id, cancellationToken)).Where(translation => translation.DecisionId == decisionId).ToList();
        var asked = decisionId is null ? null : await db.Tasks.Where(task => task.DecisionId == decisionId && task.Kind == CoachTaskKind.TranslateReply && task.DoneAt == null && !task.Cancelled).Select(task => task.Language).FirstOrDefaultAsync(cancellationToken);
        return new TranslationScreen(source.Idea.CaseNumber, decisionId, source.Text, source.Language, decisionId is null ? TextLanguages.Swedish : asked ?? source.Idea.Language, existing);
    }

    public async Task<Outcome<TranslationReceipt>> HandleAsync(TranslationRequest request, CancellationToken cancellationToken)
    {
        if ((await SourceAsync(request.CaseNumber, request.DecisionId, cancellationToken)).Failed(out var problem, out var source)) return problem;
        var text = SubmittedText.Lines(request.Text);
        var errors = Check(request, text, source.Language).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);

        var now = time.GetUtcNow();
        var (idea, language) = (source.Idea, request.Language!);
        var translation = new Translation
        {
            Id = OrderedId.Next(), IdeaId = idea.Id, DecisionId = request.DecisionId, Language = language, FromLanguage = source.Language, Text = text, By = request.By!.Value, At = now, SavedById = me.RequiredId,
        };
        db.Translations.Add(translation);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = request.DecisionId is null ? Audience.Public : Audience.Submitter, Kind = TimelineKinds.Translated,
            Stage = idea.Stage, DecisionId = request.DecisionId, ActorId = me.Id, Note = language,
        });
        await CloseTasksAsync(idea, request.DecisionId, language, now, cancellationToken);
        if (request.DecisionId is { } decisionId) await TellAsync(idea, decisionId, now, cancellationToken);
        db.Audit(new AuditFact("ideas.translated", "idea", idea.Id, me.Id, idea.AuthorityId, new Dictionary<string, string> { ["translation"] = translation.Id.ToString(), ["language"] = language, ["by"] = request.By!.Value.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return new TranslationReceipt(translation.Id, idea.CaseNumber, language);
    }

    private static IEnumerable<FieldError> Check(TranslationRequest request, string text, string from)
    {
        if (!TextLanguages.Exists(request.Language) || request.Language == TextLanguages.Unknown) yield return new("Language", "Språk: välj ett i listan.");
        else if (request.Language == from) yield return new("Language", "Språk: originalet är på det språket. Välj språket som du översätter till.");
        if (request.By is null || !Enum.IsDefined(request.By.Value)) yield return new("By", "Vem översatte? Välj ett av alternativen.");
        if (text.Length == 0) yield return new("Text", "Översättning: fältet är tomt.");
        else if (text.Length > MostText) yield return new("Text", new Text("Översättning: texten är {0} tecken för lång. Den får vara högst {1} tecken.", text.Length - MostText, MostText));
    }

    private async Task<Outcome<(Idea Idea, string Text, string Language)>> SourceAsync(string caseNumber, Guid? decisionId, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Include(one => one.Contact).Within(me.Scope(IdeasPermissions.Work)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return OpenCase.OpenCase.NotFound;
        if (decisionId is null) return (idea, idea.PublicText ?? idea.OriginalText, idea.Language);
        var now = time.GetUtcNow();
        var decision = await db.Decisions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == decisionId && one.IdeaId == idea.Id && one.TakenBackAt == null, cancellationToken);
        if (decision is null) return Problem.NotFound("Beslutet finns inte, eller så är det taget tillbaka.");
        if (decision.EffectiveAt > now) return Problem.Conflict("Beskedet har inte gått i väg än. Vänta tills det inte kan tas tillbaka.");
        return (idea, decision.Reply, SpeakingTo.LanguageFor(idea.Language));
    }

    private async Task CloseTasksAsync(Idea idea, Guid? decisionId, string language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = db.Tasks.Where(task => task.IdeaId == idea.Id && task.DoneAt == null && !task.Cancelled);
        var done = decisionId is null
            ? language == TextLanguages.Swedish ? await open.Where(task => task.Kind == CoachTaskKind.OtherLanguage).ToListAsync(cancellationToken) : []
            : await open.Where(task => task.Kind == CoachTaskKind.TranslateReply && task.DecisionId == decisionId && task.Language == language).ToListAsync(cancellationToken);
        // The register is kept in Swedish.
        using var _ = new SpeakingTo(TextLanguages.Swedish);
        foreach (var task in done)
        {
            task.DoneAt = now;
            task.DoneById = me.RequiredId;
            task.DoneNote = texts["Översatt till {0}.", texts[TextLanguages.NameOf(language)].Value];
        }
    }

    /// <summary>Those with neither mail nor code hear it as they hear every reply: from a person.</summary>
    private async Task TellAsync(Idea idea, Guid decisionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (AnswerTasks.Plan(idea, decisionId, now) is { } call) db.Tasks.Add(call);
        if (await submitters.FindAsync(idea, cancellationToken) is not { } to) return;
        using var _ = new SpeakingTo(to.Language);
        db.Send(new OutgoingMail(
            to.Address, texts["Beskedet om din idé {0} finns på ett språk till", idea.CaseNumber],
            texts["Hej!\n\nBeskedet om din idé {0} är översatt. Läs det här:\n{1}\n", idea.CaseNumber, to.Link], idea.CaseNumber, now));
    }
}
