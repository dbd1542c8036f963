using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>A receipt by mail to those whose idea now waits for sorting; only when whoever reads the file in asks for it.</summary>
internal sealed class ImportReceipts(IdeasDbContext db, SubmitterMail submitters, IStringLocalizer texts)
{
    public void Send(IEnumerable<Idea> ideas, DateTimeOffset now)
    {
        foreach (var idea in ideas.Where(idea => idea is { IsOpen: true, AnswerWay: AnswerWay.Email, Contact.Email: not null }))
        {
            using var _ = new SpeakingTo(idea.Language);
            db.Send(new OutgoingMail(
                idea.Contact!.Email!, texts["Vi har tagit emot din idé {0}", idea.CaseNumber],
                texts["Hej!\n\nDin idé finns nu i idéslussen.\n\nNummer: {0}\nEn idécoach läser den. Du får besked senast {1}.\n\nFölj den här:\n{2}\n",
                    idea.CaseNumber, (idea.PromiseDue ?? now.StockholmDay()).ForPeople(now.StockholmDay()), submitters.FollowLink(idea)],
                idea.CaseNumber));
        }
    }
}
