using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Revoke;

internal sealed record CertificateLine(Guid Id, string Number, string Name, int Edition, DateOnly CompletedOn, DateOnly? ValidUntil, CertificateState State);

internal sealed record CourseCertificatePage(string Code, string Title, Page<CertificateLine> Certificates);

/// <param name="Session">Where it was completed; null when it was read on the web.</param>
internal sealed record OfficeCertificate(
    Guid Id, string Number, string Code, string Name, string Course, string Title, Guid? Session, int Edition, DateOnly CompletedOn, DateOnly? ValidUntil, CertificateState State, DateTimeOffset? RevokedAt, string? RevokedReason, int Version);

/// <summary>Certificates of a course for those who look after it, the newest first.</summary>
internal sealed class CourseCertificates(TrainingDbContext db, CertificateCodes codes, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 50;

    /// <param name="search">Part of the name.</param>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before.</param>
    public async Task<Outcome<CourseCertificatePage>> ListAsync(string code, string? search, string? after, CancellationToken cancellationToken)
    {
        if (await db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        var rows = db.Certificates.AsNoTracking().Where(one => one.CourseId == course.Id).Join(db.Learners, one => one.LearnerId, learner => learner.Id, (certificate, learner) => new { Certificate = certificate, learner.Name });
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = "%" + search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            rows = rows.Where(row => EF.Functions.ILike(row.Name, pattern));
        }

        if (Guid.TryParse(after, out var last)) rows = rows.Where(row => row.Certificate.Id < last);
        var page = await rows.OrderByDescending(row => row.Certificate.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var today = time.StockholmToday();
        var lines = page.Take(PageSize).Select(row => new CertificateLine(row.Certificate.Id, NumberOf(row.Certificate), row.Name, row.Certificate.Edition, row.Certificate.CompletedOn, row.Certificate.ValidUntil, CertificateStates.Of(row.Certificate, today)));
        return new CourseCertificatePage(course.Code, course.Title, new([.. lines], page.Count > PageSize ? page[PageSize - 1].Certificate.Id.ToString() : null));
    }

    public async Task<Outcome<OfficeCertificate>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Certificates.AsNoTracking().Where(one => one.Id == id).Join(db.Courses.Within(me.Scope(TrainingPermissions.ManageCourses)), one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, course.Code, course.Title })
                .Join(db.Learners, row => row.Certificate.LearnerId, learner => learner.Id, (row, learner) => new { row.Certificate, row.Code, row.Title, learner.Name }).FirstOrDefaultAsync(cancellationToken) is not { } found) return RevokeCertificate.NoSuchCertificate;
        var one = found.Certificate;
        return new OfficeCertificate(one.Id, NumberOf(one), codes.Of(one.Serial), found.Name, found.Code, found.Title, one.SessionId, one.Edition, one.CompletedOn, one.ValidUntil, CertificateStates.Of(one, time.StockholmToday()), one.RevokedAt, one.RevokedReason, one.Version);
    }

    private static string NumberOf(Certificate certificate) => CertificateCodes.NumberOf(certificate.Serial, certificate.IssuedAt);
}
