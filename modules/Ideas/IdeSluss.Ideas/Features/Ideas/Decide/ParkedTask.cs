using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>A parked case comes back by itself: on its day the coach is asked to look at it.</summary>
internal static class ParkedTask
{
    public static CoachTask Of(Idea idea, Decision decision, DateOnly wakeOn, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        IdeaId = idea.Id,
        Kind = CoachTaskKind.FollowUp,
        Role = Roles.IdeaCoach,
        AuthorityId = idea.AuthorityId,
        AssigneeId = idea.CoachId,
        CreatedAt = now,
        VisibleFrom = wakeOn.StartInStockholm(),
        Due = wakeOn,
        DecisionId = decision.Id,
        What = "Idén har väntat. Är det dags att besluta om den?",
    };
}
