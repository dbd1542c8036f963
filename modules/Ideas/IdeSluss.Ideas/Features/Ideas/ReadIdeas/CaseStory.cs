using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <summary>Where a case is and what has happened, as seen from outside the office now: what is held does not show, and people are roles.</summary>
/// <param name="Step">0 to 4.</param>
/// <param name="Outcome">How it ended, in words; null while it is open.</param>
/// <param name="Rests">The clock stands still.</param>
internal sealed record Story(int Step, bool Done, bool Implemented, string StageName, string? TrackName, string? Outcome, IReadOnlyList<SluiceStage> Chain, bool Rests, IReadOnlyList<StoryEvent> Events);

/// <param name="By">The role that acted; null for the system and the submitter.</param>
/// <param name="Text">Written for the reader: a reason, a reply.</param>
/// <param name="Language">BCP 47 of the text.</param>
/// <param name="Translations">Of the text, for the submitter.</param>
internal sealed record StoryEvent(DateTimeOffset At, string Kind, string Title, string? By, string? Text, string Language, IReadOnlyList<ShownTranslation> Translations);

/// <summary>Tells a case to the public, or to its submitter, who also hears what concerns them alone.</summary>
internal sealed class CaseStory(IdeasDbContext db, IWorkflowRegistry workflows, ReadTranslations translations, IStringLocalizer texts)
{
    private static readonly string[] Folding = [TimelineKinds.GateNotNeeded, TimelineKinds.ConsultationAsked, TimelineKinds.ConsultationAnswered, TimelineKinds.ConsultationUnanswered, TimelineKinds.ConsultationWithdrawn];

    public async Task<Story> TellAsync(Idea idea, bool toSubmitter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await db.Timeline.AsNoTracking()
            .Where(entry => entry.IdeaId == idea.Id && entry.VisibleFrom <= now && !entry.TakenBack && (entry.Audience == Audience.Public || (toSubmitter && entry.Audience == Audience.Submitter)))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(500)
            .LeftJoin(db.Decisions, entry => entry.DecisionId, decision => decision.Id, (entry, decision) => new { entry, decision })
            .OrderBy(one => one.entry.At).ThenBy(one => one.entry.Id).ToListAsync(cancellationToken);
        var entries = told.ConvertAll(one => one.entry);
        var decisions = told.Where(one => one.decision is not null).Select(one => one.decision!).DistinctBy(decision => decision.Id).ToDictionary(decision => decision.Id);
        var translated = toSubmitter ? await translations.OfCaseAsync(idea.Id, cancellationToken) : [];
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion);
        var shown = idea.ShownStage(now);
        var stage = workflow?.Stages.FirstOrDefault(one => one.Code == shown);
        // A closing that is still held must not show through any of its traces.
        var done = stage?.IsEnd ?? false;
        var reason = done ? workflow?.CloseReasons.FirstOrDefault(one => one.Code == idea.CloseReason) : null;
        var implemented = done && idea.CloseReason == CloseReasons.Implemented;
        // The track is set in the decision that is still held.
        var track = entries.Exists(entry => entry.Kind == TimelineKinds.Decided) ? workflow?.TrackOf(idea.Track) : null;
        return new Story(
            stage?.PublicStep ?? 0,
            done,
            implemented,
            texts[stage?.Name ?? shown],
            track is not null && !done ? texts[track.Name].Value : null,
            reason is null ? null : texts[reason.ShownAs].Value,
            workflow is null ? [] : CaseChain.Of(new(workflow, shown, track?.Code, implemented, entries, decisions), texts, now.StockholmDay()),
            Rests(idea, now, toSubmitter),
            [.. Enumerable.Reverse(Folded(entries.Where(IsTold).Select(entry => Event(entry, entry.DecisionId is { } id ? decisions.GetValueOrDefault(id) : null, workflow, toSubmitter, SpeakingTo.LanguageFor(idea.Language), translated))))]);
    }

    /// <summary>The stage that a decision leads to is told by the decision's own line, and stands in the sluice.</summary>
    private static bool IsTold(TimelineEntry entry) => entry.Kind != TimelineKinds.EvidenceNotNeeded && !(entry.Kind == TimelineKinds.StageEntered && entry.DecisionId is not null);

    /// <summary>Several of one kind on one day are one line: three councils that were asked, three decisions that are not needed.</summary>
    private static List<StoryEvent> Folded(IEnumerable<StoryEvent> events)
    {
        var folded = new List<StoryEvent>();
        foreach (var line in events)
        {
            if (folded is [.., var last] && Folding.Contains(line.Kind) && (last.Kind, last.At.StockholmDay(), last.By) == (line.Kind, line.At.StockholmDay(), line.By)) folded[^1] = last with { Text = $"{last.Text}, {line.Text}" };
            else folded.Add(line);
        }

        return folded;
    }

    /// <summary>That the office has asked something is between it and the submitter; that a case is parked everyone may read in the decision.</summary>
    private static bool Rests(Idea idea, DateTimeOffset now, bool toSubmitter) =>
        !(idea.HeldUntil > now) && (idea.Status == IdeaStatus.Parked || (toSubmitter && idea.Status == IdeaStatus.Waiting));

    private StoryEvent Event(TimelineEntry entry, Decision? decision, WorkflowDefinition? workflow, bool toSubmitter, string replyLanguage, IReadOnlyList<ShownTranslation> translated)
    {
        var title = entry.Kind switch
        {
            TimelineKinds.Received => new Text("Idén kom in"),
            TimelineKinds.Registered => "Registrerad. En idécoach läser.",
            TimelineKinds.Decided when decision is { MergedIntoId: not null } && decision.ToStage == decision.FromStage => "Vi frågade om idén får slås ihop med en annan",
            TimelineKinds.Decided when decision is not null => new Text("Beslut: {0}", new Text(OutcomeName(workflow, decision))),
            TimelineKinds.Corrected => "Beslutet rättades",
            TimelineKinds.StageEntered => new Text("Nu i etappen {0}", new Text(workflow?.Stages.FirstOrDefault(stage => stage.Code == entry.Stage)?.Name ?? entry.Stage ?? "")),
            TimelineKinds.GateNotNeeded => "Beslut som inte behövs",
            TimelineKinds.TrackChanged => "Spåret ändrades",
            TimelineKinds.Asked => "Vi ställde en fråga",
            TimelineKinds.Answered => "Svar på vår fråga",
            TimelineKinds.Redirected => "Lämnad dit den hör hemma",
            TimelineKinds.Acknowledged => "Mottagen av den som har ansvar",
            TimelineKinds.Withdrawn => "Idégivaren tog tillbaka idén",
            TimelineKinds.Woken => "Arbetet fortsätter",
            TimelineKinds.Translated when entry.Note is { } language => new Text(entry.DecisionId is null ? "Idén är översatt till {0}" : "Beskedet är översatt till {0}", new Text(TextLanguages.NameOf(language))),
            TimelineKinds.TranslationAsked when entry.Note is { } language => new Text("Du bad om beslutet på {0}", new Text(TextLanguages.NameOf(language))),
            TimelineKinds.Assigned => "En idécoach har tagit hand om idén",
            TimelineKinds.ConsultationAsked => "Vi har frågat någon som vet mer",
            TimelineKinds.ConsultationAnswered => "Vi har fått svar",
            TimelineKinds.ConsultationUnanswered => "Vi fick inget svar i tid",
            TimelineKinds.ConsultationWithdrawn => "Vi behöver inte längre svar",
            TimelineKinds.ReceiverAccepted => "En enhet har lovat att ta emot resultatet",
            TimelineKinds.ReceiverEnded => "Löftet att ta emot resultatet gäller inte längre",
            TimelineKinds.MergeAsked => "Vi frågade om idén får slås ihop med en annan",
            TimelineKinds.MergeWithdrawn => "Frågan om att slå ihop idén gäller inte längre",
            TimelineKinds.MergeDeclined => "Idégivaren vill inte slå ihop idén. Den går vidare för sig.",
            TimelineKinds.Merged => "Två idéer har slagits ihop",
            TimelineKinds.Unmerged => "Idéerna har delats igen",
            TimelineKinds.TestStarted => "Testet har börjat",
            TimelineKinds.TestEnded => "Testet är slut",
            TimelineKinds.TestSupports => "Testet visade det vi trodde",
            TimelineKinds.TestRejects => "Testet visade inte det vi trodde",
            TimelineKinds.TestInconclusive => "Testet gav inget säkert svar",
            TimelineKinds.ReconsiderationAsked => "Omprövning är begärd",
            TimelineKinds.DecisionStands => "Omprövat: beslutet står fast",
            TimelineKinds.DecisionChanged => "Omprövat: beslutet är ändrat",
            TimelineKinds.Decided => "Beslut",
            _ => "Något hände",
        };
        var text = entry.Kind switch
        {
            TimelineKinds.Decided when decision is not null => toSubmitter ? decision.Reply : decision.Reason,
            TimelineKinds.Translated or TimelineKinds.TranslationAsked => null,
            TimelineKinds.GateNotNeeded => texts[workflow?.Gates.FirstOrDefault(gate => gate.Code == entry.Note)?.Name ?? entry.Note ?? ""].Value,
            _ when Folding.Contains(entry.Kind) && entry.Note is { } body => texts[body].Value,
            _ => entry.Note,
        };
        return new StoryEvent(entry.At, entry.Kind, texts.Say(title), entry.ActorRole is { } role ? texts[DecidingRole.Of(role)].Value : null, text,
            // Names of gates and bodies are in the reader's language.
            Folding.Contains(entry.Kind) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : toSubmitter && entry.Kind == TimelineKinds.Decided ? replyLanguage : TextLanguages.Swedish,
            entry.Kind == TimelineKinds.Decided ? [.. translated.Where(translation => translation.DecisionId is not null && translation.DecisionId == entry.DecisionId)] : []);
    }

    private static string OutcomeName(WorkflowDefinition? workflow, Decision decision) =>
        workflow?.Gates.FirstOrDefault(gate => gate.Code == decision.Gate)?.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Name ?? decision.Outcome;
}
