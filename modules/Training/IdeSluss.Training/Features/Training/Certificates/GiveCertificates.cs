using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Certificates;

/// <summary>Gives a certificate and tells the learner. With the next save; the database says no to a second one.</summary>
internal sealed class GiveCertificates(TrainingDbContext db, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public void Give(Learner learner, Course course, Guid? session, DateOnly completedOn, Guid? actor)
    {
        var certificate = new Certificate
        {
            Id = Guid.CreateVersion7(), LearnerId = learner.Id, CourseId = course.Id, SessionId = session, Edition = course.Edition, Hours = course.Hours, CompletedOn = completedOn,
            ValidUntil = course.ValidityMonths is { } months ? completedOn.AddMonths(months) : null, IssuedAt = time.GetUtcNow(),
        };
        db.Certificates.Add(certificate);
        db.Audit(new("training.certificate-given", "certificate", certificate.Id, actor, course.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code, ["edition"] = FormattableString.Invariant($"{course.Edition}") }));
        using var _ = new SpeakingTo(learner.Language);
        var name = TrainingWords.In(course.Title, course.EnglishTitle).Text;
        db.Send(new OutgoingMail(learner.Email, texts["Ditt intyg: {0}", name], texts["Hej!\n\nDu har gått {0}, och intyget är klart. Logga in och hämta det här:\n{1}\n", name, $"{instance.PublicAddress}/mina-utbildningar"], course.Code));
    }
}
