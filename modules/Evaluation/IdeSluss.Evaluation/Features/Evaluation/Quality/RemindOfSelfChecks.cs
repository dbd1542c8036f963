using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>
/// The morning after a self-check should have been done, whoever answers for the idea's benefit gets one mail about all that are late: number, day and link. Once for each time it is due, however often the job runs and however long it has been away.
/// </summary>
internal sealed class RemindOfSelfChecks(EvaluationDbContext db, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, TimeProvider time) : IScheduledTask
{
    private const int Most = 2_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        if (!WorkingDays.IsWorkingDay(today)) return;
        var late = await
            (from check in Late(today).AsNoTracking()
             join plan in db.BenefitPlans on check.IdeaId equals plan.IdeaId
             where plan.OwnerId != null
             orderby check.NextOn, check.Id
             select new { check.Id, Owner = plan.OwnerId!.Value }).Take(Most).ToListAsync(cancellationToken);
        foreach (var of in late.GroupBy(one => one.Owner)) await RemindAsync(of.Key, [.. of.Select(one => one.Id)], today, cancellationToken);
    }

    private async Task RemindAsync(Guid owner, Guid[] ids, DateOnly today, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(owner, cancellationToken) is not { IsActive: true } person) return;
        db.ChangeTracker.Clear();
        var checks = await Late(today).Where(check => ids.Contains(check.Id)).OrderBy(check => check.NextOn).ThenBy(check => check.Id).ToListAsync(cancellationToken);
        if (checks.Count == 0) return;
        foreach (var check in checks) check.RemindedOf = check.NextOn;
        Send(person, checks, today);
        // Whoever was first has sent it: a save that comes second is stale and sends nothing.
        await db.SaveAsync(cancellationToken);
    }

    private IQueryable<SelfCheck> Late(DateOnly today) => db.SelfChecks.Where(check => check.NextOn < today && (check.RemindedOf == null || check.RemindedOf < check.NextOn));

    private void Send(PersonInfo person, List<SelfCheck> checks, DateOnly today)
    {
        using var _ = new SpeakingTo(person.Language);
        var (first, list) = (checks[0], $"{instance.PublicAddress}/arbete/kvalitet");
        db.Send(checks.Count == 1
            ? new OutgoingMail(person.Email, texts["Dags för en egenkontroll, {0}", first.CaseNumber], texts["Hej!\n\nEn egenkontroll för idén {0} skulle göras {1}. Skriv in hur det ser ut:\n{2}\n", first.CaseNumber, first.NextOn.ForPeople(today), $"{list}/egenkontroll/{first.Id}"], first.CaseNumber, null)
            : new OutgoingMail(person.Email, texts["Dags för {0} egenkontroller", checks.Count], texts["Hej!\n\n{0} egenkontroller skulle ha gjorts. De som väntat längst står överst:\n{1}\n", checks.Count, list], "Kvalitetsarbete", null));
    }
}
