using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Certificates;

/// <param name="RunsOutSoon">Within sixty days, and nothing newer.</param>
internal sealed record OwnCertificate(Guid Id, string Number, string Code, string Course, string Title, string? EnglishTitle, int Edition, decimal Hours, DateOnly CompletedOn, DateOnly? ValidUntil, CertificateState State, bool RunsOutSoon, bool EditionCounts, string? RevokedReason);

/// <summary>One's own certificates, and each as a paper.</summary>
internal sealed class OwnCertificates(TrainingDbContext db, CertificateCodes codes, InstanceInfo instance, IStringLocalizer texts, CurrentUser me, TimeProvider time)
{
    public const int SoonDays = 60;
    private const int MostShown = 100;

    public async Task<IReadOnlyList<OwnCertificate>> ListAsync(CancellationToken cancellationToken)
    {
        var (person, today) = (me.RequiredId, time.StockholmToday());
        var rows = await db.Certificates.AsNoTracking().Where(one => db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == person)).Join(db.Courses, one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, Course = course })
            .OrderByDescending(row => row.Certificate.CompletedOn).ThenByDescending(row => row.Certificate.Id).Take(MostShown).ToListAsync(cancellationToken);
        return [.. rows.Select(row =>
        {
            var one = row.Certificate;
            var newest = rows.FirstOrDefault(other => other.Course.Id == row.Course.Id && other.Certificate.RevokedAt is null)?.Certificate;
            return new OwnCertificate(one.Id, CertificateCodes.NumberOf(one.Serial, one.IssuedAt), codes.Of(one.Serial), row.Course.Code, row.Course.Title, row.Course.EnglishTitle, one.Edition, one.Hours, one.CompletedOn, one.ValidUntil,
                CertificateStates.Of(one, today), one.IsValid(today) && one.ValidUntil < today.AddDays(SoonDays) && newest?.Id == one.Id, one.Edition >= row.Course.OldestValidEdition, one.RevokedReason);
        })];
    }

    /// <summary>The paper, in the reader's language. One's own alone.</summary>
    public async Task<Outcome<Document>> PaperAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        if (await db.Certificates.AsNoTracking().Where(one => one.Id == id && one.RevokedAt == null).Join(db.Courses, one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, Course = course })
                .Join(db.Learners.Where(learner => learner.PersonId == person), row => row.Certificate.LearnerId, learner => learner.Id, (row, learner) => new { row.Certificate, row.Course, learner.Name }).FirstOrDefaultAsync(cancellationToken) is not { } found)
            return Problem.NotFound("Intyget finns inte.");
        var (certificate, course) = (found.Certificate, found.Course);
        var title = TrainingWords.In(course.Title, course.EnglishTitle);
        var outcomes = course.Outcomes.Select((line, at) => TrainingWords.In(line, at < course.EnglishOutcomes.Length ? course.EnglishOutcomes[at] : null)).ToList();
        return new Document(texts["Intyg"].Value, System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        [
            new Paragraph(found.Name, ParagraphStyle.Lead),
            new Paragraph(texts["har gått kursen"].Value),
            new Heading(2, title.Text) { Language = title.Language },
            new KeyValues(
            [
                new(texts["Kurs"].Value, course.Code), new(texts["Utgåva"].Value, FormattableString.Invariant($"{certificate.Edition}")), new(texts["Längd"].Value, texts["{0} timmar", certificate.Hours.ToString("0.#", System.Globalization.CultureInfo.CurrentCulture)].Value),
                new(texts["Genomförd den"].Value, certificate.CompletedOn.ForPeopleWithYear()), new(texts["Gäller till och med"].Value, certificate.ValidUntil is { } until ? until.ForPeopleWithYear() : texts["Tills vidare"].Value), new(texts["Nummer"].Value, CertificateCodes.NumberOf(certificate.Serial, certificate.IssuedAt)),
            ]),
            new Heading(2, texts["Efteråt kan man"].Value),
            new ItemList([.. outcomes.Select(one => one.Text)]) { Language = outcomes.Count > 0 ? outcomes[0].Language : null },
            new Heading(2, texts["Kontrollera intyget"].Value),
            new Paragraph(texts["Kod: {0}", codes.Of(certificate.Serial)].Value, ParagraphStyle.Strong),
            new Link(texts["Kontrollera intyget på webben"].Value, codes.AddressOf(certificate.Serial)),
        ]) { Sender = instance.Municipality.Name, Reference = CertificateCodes.NumberOf(certificate.Serial, certificate.IssuedAt) };
    }
}
