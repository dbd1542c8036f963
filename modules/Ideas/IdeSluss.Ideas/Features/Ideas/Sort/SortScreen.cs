using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

/// <summary>What a coach needs to see to sort one idea.</summary>
/// <param name="SuggestedRedirect">Where rules think it belongs; preselected, never sent by itself.</param>
/// <param name="Similar">Public ideas like this one, to merge with or to learn from.</param>
/// <param name="ProposedTrack">From the three questions; the coach decides.</param>
/// <param name="Untrained">What the coach must learn before deciding here.</param>
internal sealed record SortScreen(
    OpenCase.CaseView Case, WorkflowDefinition Workflow, Gate Gate, FormDefinition Form, Answers Sorting, IReadOnlyList<UnitInfo> Units, string? SuggestedRedirect, string? ProposedTrack,
    IReadOnlyList<SimilarIdea> Similar, IReadOnlyList<RequirementView> Untrained);

internal sealed class FindSortScreen(IdeasDbContext db, CurrentUser me, OpenCase.OpenCase cases, WorkflowNames names, IFormRegistry forms, IOrganisation organisation, FindSimilar similar, DeciderCompetence competence)
{
    public async Task<Outcome<SortScreen>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var view)) return problem;
        var idea = await db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.Sort)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return OpenCase.OpenCase.NotFound;
        if (names.Of(idea) is not { } workflow) return GateCases.ReadOnly;
        if (workflow.GateAfter(idea.Stage) is not { Code: Gates.Triage } gate || !idea.IsOpen) return Problem.NotFound("Idén är redan sorterad. Öppna ärendet och se var det är.");
        if (view.IsOwn) return SeparationOfDuties.OwnIdea;

        var stored = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.Form == FormKeys.Sorting, cancellationToken);
        var answers = stored is null ? Answers.Empty : Answers.Parse(stored.Answers);
        return new SortScreen(view, workflow, gate, forms.Current(FormKeys.Sorting)!, answers, await organisation.UnitsAsync(cancellationToken), TextReview.Of(idea.OriginalText).SuggestedRedirect, TrackProposal.From(answers),
            await similar.FindAsync(new(idea.PublicTitle ?? idea.OriginalTitle, idea.PublicText ?? idea.OriginalText, idea.Id), cancellationToken), await competence.LinesAsync(gate.Code, cancellationToken));
    }
}

/// <summary>The reply as it would be sent, before it is.</summary>
internal sealed class SortReplyPreview(InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public string Of(WorkflowDefinition workflow, GateOutcome outcome, SortDecision decision, string language)
    {
        using var _ = new SpeakingTo(language);
        var now = time.GetUtcNow();
        var redirect = outcome.Kind == OutcomeKind.Redirect ? workflow.Redirects.FirstOrDefault(target => target.Code == decision.RedirectTarget) : null;
        if (redirect is not null && Redirect.RedirectCase.ReplyFor(redirect, instance.Branding.Contact.DutyPhone, now) is { } fixedReply) return texts.Say(fixedReply);
        if (!string.IsNullOrWhiteSpace(decision.Reply)) return decision.Reply.Trim();
        var record = new GateDecision { CaseNumber = "", Gate = Gates.Triage, Outcome = outcome.Code, RedirectTarget = decision.RedirectTarget, Question = decision.Question };
        var reason = string.IsNullOrWhiteSpace(decision.Reason)
            ? DecisionRecordRules.DefaultReason(outcome, workflow, record, null) is { } given ? texts.Say(given) : "…"
            : decision.Reason.Trim();
        var closeReason = outcome.CloseReasons.Count == 1 ? outcome.CloseReasons[0] : decision.CloseReason;
        return texts.Say(ReplyText.Compose(outcome, closeReason, reason, Roles.IdeaCoach, now.StockholmDay(), decision.Question, GateDays.AnswerBy(now), decision.MergeInto));
    }
}

/// <summary>A place in the text that the coach is writing where something may need masking, with the words around it.</summary>
/// <param name="Key">Place and kind, so that a box ticked for one text is not applied to another.</param>
internal sealed record MaskChoice(string Key, string Before, string Found, string After, string Replacement, string Kind)
{
    private const int Around = 30;

    public static IReadOnlyList<MaskChoice> In(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        return [.. TextReview.Of(text).Spans.Select(span => Of(text, span))];
    }

    /// <summary>The text with the chosen places replaced; everything else is as it was.</summary>
    public static string Apply(string text, IReadOnlyCollection<string> chosen)
    {
        foreach (var span in TextReview.Of(text).Spans.Where(span => chosen.Contains(KeyOf(span))).OrderByDescending(span => span.Start))
            text = string.Concat(text.AsSpan(0, span.Start), span.Replacement, text.AsSpan(span.Start + span.Length));
        return text;
    }

    private static MaskChoice Of(string text, MaskingSuggestion span)
    {
        var from = Math.Max(0, span.Start - Around);
        var to = Math.Min(text.Length, span.Start + span.Length + Around);
        return new(KeyOf(span), text[from..span.Start], text.Substring(span.Start, span.Length), text[(span.Start + span.Length)..to], span.Replacement, OpenCase.SensitiveHintWords.Of(span.Kind) is [var first, ..] ? first : "");
    }

    private static string KeyOf(MaskingSuggestion span) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}-{span.Length}-{(int)span.Kind}");
}
