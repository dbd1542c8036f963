using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>What a learner is told by mail: which course, when, and where one answers. Never what anyone has written. All with the next save.</summary>
internal sealed class EnrolmentMail(TrainingDbContext db, EnrolmentLinks links, InstanceInfo instance, IStringLocalizer texts)
{
    /// <param name="body"><c>{0}</c> is the course, <c>{1}</c> when it starts, <c>{2}</c> the link to the enrolment, <c>{3}</c> the last time to answer.</param>
    public Task TellAsync(Enrolment enrolment, CourseSession session, string subject, string body, CancellationToken cancellationToken) =>
        TellAsync(enrolment, session, subject, body, links.Of(enrolment.Id), cancellationToken);

    /// <param name="link">Instead of the link to the enrolment.</param>
    public async Task TellAsync(Enrolment enrolment, CourseSession session, string subject, string body, string link, CancellationToken cancellationToken)
    {
        var learner = (await db.Learners.FindAsync([enrolment.LearnerId], cancellationToken))!;
        var course = (await db.Courses.FindAsync([session.CourseId], cancellationToken))!;
        using var _ = new SpeakingTo(learner.Language);
        var name = TrainingWords.In(course.Title, course.EnglishTitle).Text;
        db.Send(new OutgoingMail(learner.Email, texts.Say(new Text(subject, name)), texts.Say(new Text(body, name, session.StartsAt.ForPeople(), link, enrolment.OfferUntil?.ForPeople() ?? "")), course.Code));
    }

    public async Task TellStateAsync(Enrolment enrolment, CourseSession session, CancellationToken cancellationToken)
    {
        var (subject, body) = enrolment.State switch
        {
            EnrolmentState.Confirmed => ("Du har en plats: {0}", "Hej!\n\nDu har en plats på {0}. Kursen börjar {1}.\nHär finns plats, länk och kalenderfil, och här avbokar du om du får förhinder:\n{2}\n"),
            EnrolmentState.Waiting => ("Du står i kö: {0}", "Hej!\n\n{0} är full den {1}, och du står i kö. Vi hör av oss om det blir en plats. Vill du inte stå kvar säger du det här:\n{2}\n"),
            EnrolmentState.Offered => ("Det finns en plats åt dig: {0}", "Hej!\n\nDet har blivit en plats på {0}, som börjar {1}.\nSvara senast {3}, annars går den till nästa i kön:\n{2}\n"),
            EnrolmentState.Expired => ("Platsen gick till nästa: {0}", "Hej!\n\nDu hann inte svara, så platsen på {0} den {1} gick vidare till nästa i kön. Du kan ställa dig i kön igen:\n{2}\n"),
            EnrolmentState.Declined => ("Det blev inget den här gången: {0}", "Hej!\n\nDin chef sa nej till {0} den {1}. Prata gärna med din chef om en annan gång. Här ser du anmälan:\n{2}\n"),
            EnrolmentState.Requested => ("Din chef har fått frågan: {0}", "Hej!\n\nDu vill gå {0}, som börjar {1}. Din chef har fått frågan, och du får besked här och med mejl:\n{2}\n"),
            _ => ("Du är avbokad: {0}", "Hej!\n\nDu är avbokad från {0} den {1}. Här ser du anmälan:\n{2}\n"),
        };
        await TellAsync(enrolment, session, subject, body, cancellationToken);
    }

    public void AskManager(PersonInfo manager, Course course, CourseSession session)
    {
        using var _ = new SpeakingTo(manager.Language);
        var name = TrainingWords.In(course.Title, course.EnglishTitle).Text;
        db.Send(new OutgoingMail(manager.Email, texts["En medarbetare vill gå en kurs"], texts["Hej!\n\nEn medarbetare hos dig vill gå {0}, som börjar {1}. Svara här:\n{2}\n", name, session.StartsAt.ForPeople(), $"{instance.PublicAddress}/arbete/utbildning/godkann"], course.Code));
    }
}
