using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// Takes in an idea: its number, registration, promise, code, mail and events in one transaction. The same submission twice, also at the same moment, makes one
/// idea and the same receipt.
/// </summary>
internal sealed class SubmitIdea(
    IdeasDbContext db,
    CaseNumbers numbers,
    FollowCodes codes,
    IOrganisation organisation,
    IWorkflowRegistry workflows,
    IEnumerable<IntakeChannel> channels,
    OpenForIdeas open,
    LanguageRights rights,
    InstanceInfo instance,
    CurrentUser user,
    IStringLocalizer texts,
    TimeProvider time)
{
    public async Task<Outcome<IdeaReceipt>> HandleAsync(IdeaSubmission typed, CancellationToken cancellationToken)
    {
        var submission = SubmissionRules.Normalised(typed);
        var errors = SubmissionRules.Check(submission).ToList();
        if (channels.All(channel => channel.Code != submission.Channel)) errors.Add(new(nameof(submission.Channel), "Kanal: välj en i listan."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (!submission.KeyIsNew && await ReceiptOfAsync(submission.SubmissionKey, cancellationToken) is { } earlier) return earlier;
        if (await open.RefusalAsync(cancellationToken) is { } refusal) return refusal;

        var authority = await organisation.ReceivingAuthorityAsync(cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var code = codes.Of(submission.SubmissionKey, attempt);
                var idea = await CreateAsync(submission, code, authority.Id, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Receipt(idea, code);
            }
            catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } && attempt + 1 < FollowCodes.MostAttempts)
            {
                // Either the same submission came first at the same moment, or the code is taken: look, and otherwise try the next code.
                db.ChangeTracker.Clear();
                if (await ReceiptOfAsync(submission.SubmissionKey, cancellationToken) is { } first) return first;
            }
        }
    }

    private async Task<Idea> CreateAsync(IdeaSubmission submission, string code, Guid authority, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var workflow = IdeaIntake.Workflow(workflows);
        var idea = IdeaIntake.Create(submission, await numbers.NextAsync(now, cancellationToken), codes.HashOf(code), authority, workflow, now);
        db.Add(idea);
        db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.Received, workflow.Start.Code, now));
        db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.Registered, IdeaIntake.Register(idea, workflow, now), now));
        Tell(idea, submission, now);
        // Set in the database, not on a loaded draft: a draft that a job has removed in between must not stop the idea.
        if (submission.DraftId is { } draftId && await db.Drafts.FirstOrDefaultAsync(draft => draft.Id == draftId, cancellationToken) is { } draft) draft.IdeaId = idea.Id;
        return idea;
    }

    private void Tell(Idea idea, IdeaSubmission submission, DateTimeOffset now)
    {
        db.Publish(new IdeaSubmitted(idea.Id, idea.CaseNumber, idea.AuthorityId, idea.Channel, now), idea.Id);
        if (idea.Hints.HasFlag(SensitiveHints.OtherLanguage)) db.Tasks.Add(LanguageTasks.FindReader(idea, rights.For(idea.Language, now.StockholmDay()) is not null, now));
        if (idea.Hints.HasFlag(SensitiveHints.Irregularity)) db.Publish(new IrregularityHinted(idea.Id, idea.CaseNumber, idea.AuthorityId, now), idea.Id);
        db.Audit(IdeaIntake.Fact("ideas.submitted", idea, submission.RegisteredById ?? submission.SubmitterId));
        var address = submission.Email ?? (submission.AnswerWay == AnswerWay.Account ? user.Email : null);
        if (address is null) return;
        db.Send(new OutgoingMail(
            address,
            texts["Vi har tagit emot din idé {0}", idea.CaseNumber],
            texts["Tack! Vi har tagit emot din idé.\n\nNummer: {0}\nEn idécoach läser den. Du får besked senast {1}.\n\nFölj den med koden som du fick när du lämnade in:\n{2}/folj",
                idea.CaseNumber, AnswerBy(idea).ForPeople(time.StockholmToday()), instance.PublicAddress],
            idea.CaseNumber));
    }

    private async Task<IdeaReceipt?> ReceiptOfAsync(string submissionKey, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(existing => existing.SubmissionKey == submissionKey, cancellationToken);
        return idea is null ? null : Receipt(idea, codes.Of(idea.SubmissionKey, idea.FollowCodeHash));
    }

    private static IdeaReceipt Receipt(Idea idea, string code) =>
        new(idea.Id, idea.CaseNumber, code, AnswerBy(idea), idea.ReceivedAt, idea.Hints.HasFlag(SensitiveHints.Irregularity));

    private static DateOnly AnswerBy(Idea idea) => idea.PromiseDue ?? WorkingDays.Add(idea.ReceivedAt.StockholmDay(), 10);
}
