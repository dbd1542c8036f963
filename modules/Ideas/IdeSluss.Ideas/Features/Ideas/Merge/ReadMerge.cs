using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>What a coach needs to merge or divide a case.</summary>
/// <param name="Question">Open question to the submitter.</param>
/// <param name="InForce">The merge that the case is part of.</param>
/// <param name="Version">Send it as If-Match.</param>
internal sealed record MergeView(string CaseNumber, string? Title, bool IsOpen, string AnswerWay, OpenMergeQuestion? Question, MergeInForce? InForce, int Version);

/// <param name="Into">Number of the other idea.</param>
/// <param name="SeenFrom">When the submitter sees it; until then it can be taken back unseen.</param>
/// <param name="WithDecision">It is part of a sorting decision: within the hold the decision is taken back instead.</param>
/// <param name="CanBeReached">The submitter has left an address, a number or an account.</param>
/// <param name="Overdue">The last day has passed.</param>
internal sealed record OpenMergeQuestion(string Into, string Reason, DateTimeOffset SeenFrom, bool Seen, DateOnly AnswerBy, string? AskedBy, bool WithDecision, bool CanBeReached, bool Overdue);

/// <param name="Whole">The idea that goes on; another than <paramref name="Into"/> when that one was merged later. Null for one that is restricted.</param>
/// <param name="WhyNot">Why it cannot be divided; null when it can.</param>
internal sealed record MergeInForce(string? Into, string? Whole, DateTimeOffset At, string Consent, string? Note, string? WhyNot);

internal sealed class ReadMerge(IdeasDbContext db, MergeCases cases, MergeQuestions questions, MergeGroup group, IPeopleDirectory people, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<MergeView>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(caseNumber, null, cancellationToken)).Failed(out var problem, out var idea)) return problem;
        var record = await questions.PresentAsync(idea.Id, cancellationToken);
        var into = record is null ? null : await db.Ideas.AsNoTracking().FirstAsync(one => one.Id == record.TargetId, cancellationToken);
        return new MergeView(
            idea.CaseNumber, idea.PublicTitle ?? idea.OriginalTitle, idea.IsOpen, idea.AnswerWay.ToString(),
            record is { State: MergeState.Asked } ? await QuestionAsync(idea, record, into!, cancellationToken) : null,
            record is { State: MergeState.Merged } ? await InForceAsync(idea, record, into!, cancellationToken) : null, idea.Version);
    }

    private async Task<OpenMergeQuestion> QuestionAsync(Idea idea, MergeRecord record, Idea into, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return new(
            into.CaseNumber, record.Reason, record.AskedFrom, record.AskedFrom <= now, record.AnswerBy, (await people.FindAsync(record.AskedById, cancellationToken))?.DisplayName, record.DecisionId is not null,
            MergeRules.CanBeReached(idea), now.StockholmDay() > record.AnswerBy);
    }

    private async Task<MergeInForce> InForceAsync(Idea idea, MergeRecord record, Idea into, CancellationToken cancellationToken)
    {
        var whole = await group.WholeAsync(idea.Id, cancellationToken);
        return new(
            into.Restricted ? null : into.CaseNumber, whole.Restricted ? null : whole.CaseNumber, record.MergedAt!.Value, texts[MergeConsentWords.Of(record.Consent)], record.ConsentNote,
            MergeRules.CheckUnmerge(idea, whole) is { } impossible ? texts.Say(impossible.Message) : null);
    }
}

internal static class MergeConsentWords
{
    public static string Of(MergeConsent? consent) => consent switch
    {
        MergeConsent.ToldOffice => "Idégivaren sa ja till er",
        MergeConsent.Unanswered => "Idégivaren svarade inte",
        _ => "Idégivaren sa ja",
    };
}
