using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Tells a submitter what has happened with their idea beside the decisions: a mail with number and link, or a task for those without e-mail.</summary>
internal sealed class SubmitterNews(IdeasDbContext db, SubmitterMail submitters, IStringLocalizer texts)
{
    /// <param name="body"><c>{0}</c> is the number and <c>{1}</c> the link.</param>
    /// <param name="byTelephone">What a person is to do for someone who is called; a letter says the same.</param>
    public async Task TellAsync(Idea idea, string subject, string body, string byTelephone, string byLetter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (idea.AnswerWay is AnswerWay.Telephone or AnswerWay.Letter)
            db.Tasks.Add(idea.AnswerWay == AnswerWay.Telephone ? MergeQuestions.Task(idea, CoachTaskKind.CallSubmitter, byTelephone, now) : MergeQuestions.Task(idea, CoachTaskKind.SendLetter, byLetter, now));
        if (await submitters.FindAsync(idea, cancellationToken) is not { } to) return;
        using var _ = new SpeakingTo(to.Language);
        db.Send(new OutgoingMail(to.Address, texts.Say(new Text(subject, idea.CaseNumber)), texts.Say(new Text(body, idea.CaseNumber, to.Link)), idea.CaseNumber));
    }
}
