using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Certificates;

/// <summary>Each morning: tells those whose certificate runs out within sixty days, once, unless they have a newer one for the same course.</summary>
internal sealed class WarnOfExpiry(TrainingDbContext db, InstanceInfo instance, IStringLocalizer texts, TimeProvider time) : IScheduledTask
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (today, soon) = (time.StockholmToday(), time.StockholmToday().AddDays(OwnCertificates.SoonDays));
        while (true)
        {
            var due = await db.Certificates.Where(one => one.WarnedAt == null && one.RevokedAt == null && one.ValidUntil != null && one.ValidUntil >= today && one.ValidUntil < soon).OrderBy(one => one.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var certificate in due)
            {
                certificate.WarnedAt = time.GetUtcNow();
                if (await db.Certificates.AnyAsync(one => one.LearnerId == certificate.LearnerId && one.CourseId == certificate.CourseId && one.RevokedAt == null && (one.ValidUntil == null || one.ValidUntil > certificate.ValidUntil), cancellationToken)) continue;
                var learner = await db.Learners.AsNoTracking().FirstAsync(one => one.Id == certificate.LearnerId, cancellationToken);
                var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Id == certificate.CourseId, cancellationToken);
                using var _ = new SpeakingTo(learner.Language);
                var name = TrainingWords.In(course.Title, course.EnglishTitle).Text;
                db.Send(new OutgoingMail(learner.Email, texts["Ditt intyg går snart ut: {0}", name], texts["Hej!\n\nDitt intyg för {0} gäller till och med {1}. Här ser du när kursen ges nästa gång:\n{2}\n", name, certificate.ValidUntil!.Value.ForPeople(today), $"{instance.PublicAddress}/utbildning/{course.Code}"], course.Code));
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (due.Count < Batch) return;
        }
    }
}
