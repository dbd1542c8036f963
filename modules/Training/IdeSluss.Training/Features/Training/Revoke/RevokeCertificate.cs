using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Revoke;

/// <summary>Takes back a certificate that was given by mistake. It no longer counts for anything from that moment, and whoever checks the paper is told so; the learner is told why.</summary>
internal sealed class RevokeCertificate(TrainingDbContext db, InstanceInfo instance, IStringLocalizer texts, CurrentUser me, TimeProvider time)
{
    public static readonly Problem NoSuchCertificate = Problem.NotFound("Intyget finns inte.");

    public async Task<Outcome<int>> HandleAsync(Guid id, string? reason, int? version, CancellationToken cancellationToken)
    {
        var courses = db.Courses.Within(me.Scope(TrainingPermissions.ManageCourses));
        if (await db.Certificates.FirstOrDefaultAsync(one => one.Id == id && courses.Any(course => course.Id == one.CourseId), cancellationToken) is not { } certificate) return NoSuchCertificate;
        if (version is { } seen && seen != certificate.Version) return Problem.Stale();
        if (certificate.RevokedAt is not null) return Problem.Conflict("Intyget är redan återkallat.");
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Invalid(new FieldError("reason", "Skäl: skriv varför intyget återkallas. Den som har det får läsa det."));
        if (reason.Trim().Length > Certificate.LongestReason) return Problem.Invalid(new FieldError("reason", new Text("{0}: högst {1} tecken.", new Text("Skäl"), Certificate.LongestReason)));

        (certificate.RevokedAt, certificate.RevokedById, certificate.RevokedReason) = (time.GetUtcNow(), me.RequiredId, reason.Trim());
        var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Id == certificate.CourseId, cancellationToken);
        db.Audit(new("training.certificate-revoked", "certificate", id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code }));
        var learner = await db.Learners.AsNoTracking().FirstAsync(one => one.Id == certificate.LearnerId, cancellationToken);
        using (new SpeakingTo(learner.Language))
        {
            var name = TrainingWords.In(course.Title, course.EnglishTitle).Text;
            db.Send(new OutgoingMail(learner.Email, texts["Ditt intyg är återkallat: {0}", name], texts["Hej!\n\nDitt intyg för {0} är återkallat och gäller inte längre. Logga in och läs varför:\n{1}\n", name, $"{instance.PublicAddress}/mina-utbildningar"], course.Code));
        }

        return await db.SaveAsync(cancellationToken) is { } stale ? stale : certificate.Version;
    }
}
