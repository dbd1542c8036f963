using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>One mail each working morning to those whom ideas wait for: how many, and by when. Never more than one a day, and never what an idea says.</summary>
internal sealed class SendDigests(IdeasDbContext db, WorkflowNames names, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, TimeProvider time) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        if (!WorkingDays.IsWorkingDay(today)) return;
        var waiting = await WaitingAsync(cancellationToken);
        var told = await db.Digests.Where(digest => digest.Day == today).Select(digest => digest.PersonId).ToListAsync(cancellationToken);
        foreach (var (person, count, due) in waiting.Values.Where(one => !told.Contains(one.Person.Id)))
        {
            using var _ = new SpeakingTo(person.Language);
            db.Send(new OutgoingMail(person.Email, Subject(count), texts["Hej!\n\n{0}\nÖppna Mitt arbete:\n{1}/arbete\n", Words(count, due, today), instance.PublicAddress], "Mitt arbete"));
            db.Digests.Add(new DigestSent { PersonId = person.Id, Day = today });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private string Subject(int count) => count == 1 ? texts["En idé väntar på dig"] : texts["{0} idéer väntar på dig", Count(count)];

    private string Words(int count, DateOnly? due, DateOnly today)
    {
        var waits = count == 1 ? texts["En idé väntar på dig."].Value : texts["{0} idéer väntar på dig.", Count(count)].Value;
        return due is not { } day ? waits
            : day < today ? waits + " " + texts["En skulle ha haft svar {0}.", day.ForPeople(today)]
            : waits + " " + texts["En ska ha svar senast {0}.", day < today.AddDays(7) ? day.ToString("dddd", System.Globalization.CultureInfo.CurrentCulture) : day.ForPeople(today)];
    }

    private object Count(int count) => CountInWords.Of(count) is Sdk.Results.Text text ? Sdk.Results.TextLocalization.Say(texts, text) : count;

    /// <summary>Cases by who is next: their coach, every coach where nobody has it, or the nearest holder of the gate's role.</summary>
    private async Task<Dictionary<Guid, (PersonInfo Person, int Count, DateOnly? Due)>> WaitingAsync(CancellationToken cancellationToken)
    {
        var groups = await db.Ideas.Where(idea => idea.Status == IdeaStatus.Active && !idea.Restricted)
            .GroupBy(idea => new { idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.Track, idea.AuthorityId, idea.UnitId, idea.ReceivingAuthorityId, idea.ReceivingUnitId, idea.CoachId })
            .Select(group => new { group.Key, Count = group.Count(), Due = group.Min(idea => idea.PromiseDue) }).ToListAsync(cancellationToken);
        var waiting = new Dictionary<Guid, (PersonInfo Person, int Count, DateOnly? Due)>();
        foreach (var group in groups)
        {
            if (names.Of(group.Key.WorkflowKey, group.Key.WorkflowVersion)?.GateAfter(group.Key.Stage) is not { } gate) continue;
            var place = GatePlace.Of(gate, group.Key.AuthorityId, group.Key.UnitId, group.Key.ReceivingAuthorityId, group.Key.ReceivingUnitId);
            foreach (var person in await NextAsync(gate, group.Key.Track, place.AuthorityId, place.UnitId, group.Key.CoachId, cancellationToken))
            {
                var had = waiting.GetValueOrDefault(person.Id);
                waiting[person.Id] = (person, had.Count + group.Count, had.Due is { } earlier && (group.Due is not { } due || earlier < due) ? earlier : group.Due);
            }
        }

        return waiting;
    }

    private async Task<IEnumerable<PersonInfo>> NextAsync(Gate gate, string? track, Guid authority, Guid? unit, Guid? coach, CancellationToken cancellationToken)
    {
        if (!gate.DecidersIn(track).Contains(Roles.IdeaCoach))
            return await people.InRoleAsync(gate.DecidersIn(track)[0], authority, unit, cancellationToken) is [var nearest, ..] ? [nearest] : [];
        return coach is { } id && await people.FindAsync(id, cancellationToken) is { IsActive: true } own ? [own] : await people.InRoleAsync(Roles.IdeaCoach, authority, unit, cancellationToken);
    }
}
