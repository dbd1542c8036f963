using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Tasks;

/// <summary>Those without e-mail hear by telephone or letter: a task for a person, closed by "ringt 3 november".</summary>
internal static class AnswerTasks
{
    /// <summary>Feedback within two working days of each decision (<c>domain.md</c> 1.5, invariant 4).</summary>
    private const int AnswerDays = 2;

    /// <returns>Null when the answer reaches the submitter by mail, account or code.</returns>
    public static CoachTask? Plan(Idea idea, Guid decisionId, DateTimeOffset effectiveAt)
    {
        if (idea.AnswerWay is not (AnswerWay.Telephone or AnswerWay.Letter)) return null;
        var call = idea.AnswerWay == AnswerWay.Telephone;
        // A restricted case is read by its receiver only, so the receiver gives the answer too.
        var forQualityOfficer = idea.Restricted && RedirectCase.IsForQualityOfficer(idea.RedirectTarget);
        return new CoachTask
        {
            Id = Guid.CreateVersion7(),
            IdeaId = idea.Id,
            Kind = call ? CoachTaskKind.CallSubmitter : CoachTaskKind.SendLetter,
            Role = forQualityOfficer ? Roles.QualityOfficer : Roles.IdeaCoach,
            AuthorityId = idea.AuthorityId,
            AssigneeId = forQualityOfficer ? null : idea.CoachId,
            CreatedAt = effectiveAt,
            VisibleFrom = effectiveAt,
            Due = WorkingDays.Add(effectiveAt.StockholmDay(), AnswerDays),
            DecisionId = decisionId,
            What = call ? "Ring idégivaren och lämna beskedet." : "Skicka beskedet som brev.",
        };
    }
}
