using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Tests.Decide;

internal static class Sample
{
    public static Idea Idea(string stage = Stages.Triage, string? track = null, Guid? submitter = null) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseNumber = "26IDE1",
        SubmissionKey = "sample",
        WorkflowKey = DefaultWorkflow.Key,
        WorkflowVersion = DefaultWorkflow.Version,
        Stage = stage,
        Track = track,
        OriginalText = "En bänk vid busshållplatsen.",
        Channel = "WEB",
        SubmitterId = submitter,
        FollowCodeHash = [1],
        ReceivedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
        StageEnteredAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
    };
}
