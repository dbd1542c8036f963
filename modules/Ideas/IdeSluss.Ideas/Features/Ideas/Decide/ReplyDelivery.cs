using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.Reconsidering;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Gets a decision to those who wait for it: a mail with number and link when the hold ends, or a task to call or write.</summary>
internal sealed class ReplyDelivery(IdeasDbContext db, SubmitterMail submitters, IPeopleDirectory people, LanguageRights rights, IEnumerable<EndingInvitation> invitations, InstanceInfo instance, IStringLocalizer texts)
{
    /// <returns>The mails that wait for the hold, the submitter's first.</returns>
    public async Task<IReadOnlyList<Guid>> QueueAsync(Idea idea, Decision decision, CancellationToken cancellationToken)
    {
        var mails = new List<Guid>();
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (await TellSubmitterAsync(idea, decision, told, cancellationToken) is { } reply) mails.Add((decision.ReplyMailId = reply).Value);
        if (rights.For(idea.Language, decision.EffectiveAt.StockholmDay()) is not null) db.Tasks.Add(LanguageTasks.Owed(idea, decision));
        // A question is between the submitter and the office.
        if (idea.Status == IdeaStatus.Waiting) return mails;
        foreach (var merged in idea.Merged)
        {
            // What became of a restricted matter is for its own submitter; the others' ideas must find another way.
            if (idea.Restricted) db.Tasks.Add(MergeQuestions.Task(merged, CoachTaskKind.ConsiderMerge, "Den gemensamma idén är lämnad till någon annan. Dela idéerna, så att den här går vidare.", decision.EffectiveAt, decision.Id));
            else if (await TellSubmitterAsync(merged, decision, told, cancellationToken) is { } mail) mails.Add(mail);
        }

        if (!idea.IsPublic(decision.EffectiveAt)) return mails;
        var group = idea.Merged.Select(merged => merged.Id).Append(idea.Id).ToList();
        var followerIds = await db.Follows.Where(follow => group.Contains(follow.IdeaId)).Select(follow => follow.PersonId).Distinct().ToListAsync(cancellationToken);
        foreach (var follower in (await people.FindManyAsync(followerIds, cancellationToken)).Values.Where(person => person.IsActive && !IsSubmitter(idea, person.Id) && !told.Contains(person.Email)))
            mails.Add(db.Send(Mail(idea, decision, follower.Email, follower.Language, "Nytt om en idé som du följer: {0}",
                new Text("Hej!\n\nDet har hänt något med idén {0} som du följer. Läs mer här:\n{1}\n", idea.CaseNumber, $"{instance.PublicAddress}/ideer/{idea.CaseNumber}"))));
        return mails;
    }

    /// <summary>By their own number, also when the decision is about the idea that theirs is merged into. One who stands behind several hears once.</summary>
    private async Task<Guid?> TellSubmitterAsync(Idea own, Decision decision, HashSet<string> told, CancellationToken cancellationToken)
    {
        if (AnswerTasks.Plan(own, decision.Id, decision.EffectiveAt) is { } task) db.Tasks.Add(task);
        if (await submitters.FindAsync(own, cancellationToken) is not { } to || !told.Add(to.Address)) return null;
        var body = to.Account
            ? new Text("Hej!\n\nDet finns ett besked om din idé {0}. Läs det här:\n{1}\n", own.CaseNumber, to.Link)
            : new Text("Hej!\n\nDet finns ett besked om din idé {0}. Läs det med koden du fick när du lämnade idén:\n{1}\n", own.CaseNumber, to.Link);
        // A correction of its words comes to somebody who has been invited already.
        if (DecidedEnds.Is(decision.ToStage, decision.CloseReason) && decision.FromStage != Stages.Benefit && decision.CorrectsId is null) body = invitations.Aggregate(body, (mail, invitation) => new("{0}\n{1}\n", mail, new Text(invitation.Text)));
        return db.Send(Mail(own, decision, to.Address, to.Language, "Det finns ett besked om din idé {0}", body));
    }

    private static bool IsSubmitter(Idea idea, Guid person) => idea.SubmitterId == person || idea.Merged.Exists(merged => merged.SubmitterId == person);

    private OutgoingMail Mail(Idea idea, Decision decision, string address, string language, string subject, Text body)
    {
        using var _ = new SpeakingTo(language);
        return new(address, texts.Say(new Text(subject, idea.CaseNumber)), texts.Say(body), idea.CaseNumber, decision.EffectiveAt);
    }
}
