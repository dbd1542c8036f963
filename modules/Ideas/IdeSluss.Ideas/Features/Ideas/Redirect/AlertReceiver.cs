using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Redirect;

/// <summary>A mail at once, day and night, to everyone who receives possible irregularities where the case lies: a number and a link, never a word of the text.</summary>
internal sealed class IrregularityAlarm(IdeasDbContext db, IPeopleDirectory people, IOrganisation organisation, InstanceInfo instance, IStringLocalizer texts)
{
    public async Task SoundAsync(Idea idea, bool decided, CancellationToken cancellationToken)
    {
        foreach (var person in await ReceiversAsync(idea, cancellationToken))
        {
            using var _ = new SpeakingTo(person.Language);
            db.Send(new OutgoingMail(
                person.Email,
                decided ? texts["Ta emot nu: möjligt missförhållande {0}", idea.CaseNumber] : texts["Läs nu: kan vara ett missförhållande {0}", idea.CaseNumber],
                texts["Hej!\n\nÄrendet {0} väntar på dig. Öppna det genast:\n{1}/arbete/missforhallanden\n", idea.CaseNumber, instance.PublicAddress],
                idea.CaseNumber));
        }
    }

    /// <summary>An idea that is not sorted lies with the receiving authority, which may have no receiver of its own: then everyone who is one is told.</summary>
    private async Task<IReadOnlyList<PersonInfo>> ReceiversAsync(Idea idea, CancellationToken cancellationToken)
    {
        var near = await people.InRoleAsync(Roles.QualityOfficer, idea.AuthorityId, idea.UnitId, cancellationToken);
        if (near.Count > 0) return near;
        var all = new Dictionary<Guid, PersonInfo>();
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
            foreach (var person in await people.InRoleAsync(Roles.QualityOfficer, authority.Id, null, cancellationToken)) all[person.Id] = person;
        return [.. all.Values];
    }
}

/// <summary>A human has redirected: whoever receives it is told.</summary>
internal sealed class AlertReceiver(IdeasDbContext db, IrregularityAlarm alarm, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, WorkflowNames names) : IEventHandler<IdeaRedirected>
{
    public async Task HandleAsync(IdeaRedirected message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == message.IdeaId, cancellationToken) is not { } idea) return;
        if (RedirectCase.IsForQualityOfficer(message.Target))
        {
            await alarm.SoundAsync(idea, decided: true, cancellationToken);
        }
        else if (names.Of(idea)?.Redirects.FirstOrDefault(target => target.Code == message.Target)?.ReceiverRole is { } role)
        {
            // The task shows when the hold of the decision ends, and so does the mail leave.
            var task = await db.Tasks.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.Kind == CoachTaskKind.HandOver && !one.Cancelled).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellationToken);
            foreach (var person in await people.InRoleAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken))
            {
                using var _ = new SpeakingTo(person.Language);
                db.Send(new OutgoingMail(
                    person.Email,
                    texts["Ett ärende väntar på dig: {0}", idea.CaseNumber],
                    texts["Hej!\n\nÄrendet {0} har lämnats till dig. Öppna det här:\n{1}/arbete\n", idea.CaseNumber, instance.PublicAddress],
                    idea.CaseNumber, task?.VisibleFrom));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Rules suspect an irregularity: the duty role is told to look at once. A human decides what it is.</summary>
internal sealed class AlertDuty(IdeasDbContext db, IrregularityAlarm alarm) : IEventHandler<IrregularityHinted>
{
    public async Task HandleAsync(IrregularityHinted message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.Id == message.IdeaId, cancellationToken) is not { } idea) return;
        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = CoachTaskKind.ReceiveIrregularity, Role = Roles.QualityOfficer, AuthorityId = idea.AuthorityId,
            CreatedAt = message.At, VisibleFrom = message.At, Due = message.At.StockholmDay(), What = "Läs genast: det kan vara ett missförhållande.",
        });
        await alarm.SoundAsync(idea, decided: false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
