using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>With the next save: number, day and link, never what anyone has written.</summary>
internal sealed class ReconsiderationMail(EvaluationDbContext db, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public void Ask(Reconsideration one, PersonInfo person) => Send(person, one,
        "Ompröva ett beslut om {0}", "Hej!\n\nDen som lämnade idén {0} begär att beslutet omprövas av någon annan än den som beslutade. Du är ombedd att göra det. Svara senast {1}:\n{2}\n");

    public void Remind(Reconsideration one, PersonInfo person) => Send(person, one, "Påminnelse: ompröva beslutet om {0}", "Hej!\n\nIdégivaren väntar på att beslutet om idén {0} omprövas. Svara senast {1}:\n{2}\n");

    /// <summary>To the coach.</summary>
    public void Nobody(Reconsideration one, PersonInfo person) => Send(person, one,
        "Ingen kan ompröva beslutet om {0}", "Hej!\n\nIdégivaren begär att beslutet om idén {0} omprövas, men det finns ingen annan med rätt uppgift som kan göra det. Be systemförvaltaren ge någon den uppgiften. Svaret ska lämnas senast {1}:\n{2}\n");

    private void Send(PersonInfo person, Reconsideration one, string subject, string body)
    {
        if (!person.IsActive) return;
        using var _ = new SpeakingTo(person.Language);
        db.Send(new OutgoingMail(person.Email, texts[subject, one.CaseNumber], texts[body, one.CaseNumber, one.AnswerBy.ForPeople(time.StockholmToday()), $"{instance.PublicAddress}/arbete/omprovning/{one.Id}"], one.CaseNumber));
    }
}
