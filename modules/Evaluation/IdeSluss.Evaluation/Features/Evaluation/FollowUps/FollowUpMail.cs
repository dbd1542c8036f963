using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>What those who answer for benefits are told by mail, with the next save: number, day and link, never what anyone has written.</summary>
internal sealed class FollowUpMail(EvaluationDbContext db, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public void Ask(BenefitPlan plan, FollowUp followUp, PersonInfo person) => Send(person, plan, followUp,
        "Blev det bättre? Följ upp {0}", "Hej!\n\nDu är nyttoansvarig för idén {0}. Nu är det dags att skriva hur det blev. Det tar några minuter. Svara senast {1}:\n{2}\n", $"/mina-uppfoljningar/{followUp.Id}");

    public void Remind(BenefitPlan plan, FollowUp followUp, PersonInfo person) => Send(person, plan, followUp,
        "Påminnelse: följ upp {0}", "Hej!\n\nUppföljningen av idén {0} väntar på dig. Svara senast {1}:\n{2}\n\nÄr det någon annan som ska svara? Be idécoachen byta nyttoansvarig.\n", $"/mina-uppfoljningar/{followUp.Id}");

    /// <summary>To the coach, when nobody has answered, or when there is nobody to ask.</summary>
    public void Missing(BenefitPlan plan, FollowUp followUp, PersonInfo person) => Send(person, plan, followUp,
        "Ingen har följt upp {0}", "Hej!\n\nIngen har svarat på uppföljningen av idén {0}. Prata med den som är nyttoansvarig, eller välj någon annan:\n{2}\n", $"/arbete/nytta/{plan.CaseNumber}");

    private void Send(PersonInfo person, BenefitPlan plan, FollowUp followUp, string subject, string body, string place)
    {
        if (!person.IsActive) return;
        using var _ = new SpeakingTo(person.Language);
        var today = time.StockholmToday();
        db.Send(new OutgoingMail(person.Email, texts[subject, plan.CaseNumber], texts[body, plan.CaseNumber, (followUp.LastDay ?? today).ForPeople(today), instance.PublicAddress + place], plan.CaseNumber, null));
    }
}
