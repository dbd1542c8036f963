using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Certificates;

internal enum CertificateState
{
    Valid,
    RunOut,

    /// <summary>Given by mistake, and taken back.</summary>
    Revoked,
}

internal static class CertificateStates
{
    public static CertificateState Of(Certificate certificate, DateOnly today) => certificate.RevokedAt is not null ? CertificateState.Revoked : certificate.IsValid(today) ? CertificateState.Valid : CertificateState.RunOut;
}

/// <summary>What anyone who holds the paper may know. Not whose it is: that stands on the paper.</summary>
/// <param name="CurrentEdition">Of the course today; the certificate is for <paramref name="Edition"/>.</param>
/// <param name="EditionCounts">Certificates for this edition still count as competence.</param>
internal sealed record CheckedCertificate(string Number, CertificateState State, string Course, string Title, string? EnglishTitle, int Edition, int CurrentEdition, bool EditionCounts, DateOnly CompletedOn, DateOnly? ValidUntil);

internal sealed class CheckCertificate(TrainingDbContext db, CertificateCodes codes, TimeProvider time)
{
    public async Task<Outcome<CheckedCertificate>> HandleAsync(string? code, CancellationToken cancellationToken)
    {
        if (codes.SerialOf(code) is not { } serial
            || await db.Certificates.AsNoTracking().Where(one => one.Serial == serial).Join(db.Courses, one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, Course = course }).FirstOrDefaultAsync(cancellationToken) is not { } found)
            return Problem.NotFound("Koden är inte giltig. Kontrollera att du har skrivit den som den står på intyget. Står den så är intyget inte vårt.");
        var (certificate, course) = (found.Certificate, found.Course);
        return new CheckedCertificate(CertificateCodes.NumberOf(serial, certificate.IssuedAt), CertificateStates.Of(certificate, time.StockholmToday()), course.Code, course.Title, course.EnglishTitle, certificate.Edition, course.Edition, certificate.Edition >= course.OldestValidEdition, certificate.CompletedOn, certificate.ValidUntil);
    }
}
