using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Gets a decision to those who wait for it: a mail with number and link when the hold ends, or a task to call or write.</summary>
internal sealed class ReplyDelivery(IdeasDbContext db, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts)
{
    /// <returns>The mails that wait for the hold, the submitter's first.</returns>
    public async Task<IReadOnlyList<Guid>> QueueAsync(Idea idea, Decision decision, CancellationToken cancellationToken)
    {
        if (AnswerTasks.Plan(idea, decision.Id, decision.EffectiveAt) is { } task) db.Tasks.Add(task);
        var mails = new List<Guid>();
        if (await SubmitterAsync(idea, cancellationToken) is { } submitter)
        {
            decision.ReplyMailId = db.Send(Mail(idea, decision, submitter, "Det finns ett besked om din idé {0}", submitter.Account
                ? new Text("Hej!\n\nDet finns ett besked om din idé {0}. Läs det här:\n{1}\n", idea.CaseNumber, $"{instance.PublicAddress}/mina-ideer/{idea.CaseNumber}")
                : new Text("Hej!\n\nDet finns ett besked om din idé {0}. Läs det med koden du fick när du lämnade idén:\n{1}\n", idea.CaseNumber, $"{instance.PublicAddress}/folj")));
            mails.Add(decision.ReplyMailId.Value);
        }

        // A question is between the submitter and the office.
        if (!idea.IsPublic(decision.EffectiveAt) || idea.Status == IdeaStatus.Waiting) return mails;
        var followerIds = await db.Follows.Where(follow => follow.IdeaId == idea.Id && follow.PersonId != idea.SubmitterId).Select(follow => follow.PersonId).ToListAsync(cancellationToken);
        foreach (var follower in (await people.FindManyAsync(followerIds, cancellationToken)).Values.Where(person => person.IsActive))
            mails.Add(db.Send(Mail(idea, decision, new(follower.Email, follower.Language, Account: true), "Nytt om en idé som du följer: {0}",
                new Text("Hej!\n\nDet har hänt något med idén {0} som du följer. Läs mer här:\n{1}\n", idea.CaseNumber, $"{instance.PublicAddress}/ideer/{idea.CaseNumber}"))));
        return mails;
    }

    private async Task<Receiver?> SubmitterAsync(Idea idea, CancellationToken cancellationToken)
    {
        if (idea.SubmitterId is { } account && await people.FindAsync(account, cancellationToken) is { IsActive: true } person && idea.AnswerWay is AnswerWay.Account or AnswerWay.Email)
            return new(person.Email, person.Language, Account: true);
        var contact = idea.Contact ?? await db.Set<Contact>().FirstOrDefaultAsync(one => one.IdeaId == idea.Id, cancellationToken);
        return idea.AnswerWay == AnswerWay.Email && contact?.Email is { Length: > 0 } address ? new(address, idea.Language, Account: false) : null;
    }

    private OutgoingMail Mail(Idea idea, Decision decision, Receiver to, string subject, Text body)
    {
        using var _ = new SpeakingTo(to.Language);
        return new(to.Address, texts.Say(new Text(subject, idea.CaseNumber)), texts.Say(body), idea.CaseNumber, decision.EffectiveAt);
    }

    private sealed record Receiver(string Address, string Language, bool Account);
}
