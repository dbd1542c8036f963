using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Ideas.Tests.ChangeTrack;

/// <summary>A track in which two stages share one time, as a sprint does.</summary>
public sealed class SharedLimitTests
{
    private static readonly Track Sprint = new("SPRINT", "Sprint", "Fem dagar.", null) { Together = new([Stages.Need, Stages.Concept], TimeLimit.WorkingDays(5)) };

    private static readonly WorkflowDefinition Workflow = new WorkflowVariant("LOCAL", 1, "Lokal", DefaultWorkflow.Key, []) { AddedTracks = [new(Sprint, Tracks.Full)] }.ApplyTo(DefaultWorkflowDefinition.Build());

    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_five_days_are_counted_from_when_the_track_is_chosen_and_go_on_into_the_next_stage()
    {
        var idea = InSprint();
        Assert.Equal(new DateOnly(2026, 3, 10), idea.PromiseDue);

        idea.Enter(Workflow.StageOf(Stages.Concept), Sprint, Tuesday.AddDays(2));

        Assert.Equal(new DateOnly(2026, 3, 10), idea.PromiseDue);
    }

    [Fact]
    public void Going_back_wins_no_time_and_a_pause_takes_none()
    {
        var idea = InSprint();
        idea.Enter(Workflow.StageOf(Stages.Concept), Sprint, Tuesday.AddDays(1));
        idea.Pause(IdeaStatus.Parked, Tuesday.AddDays(1));

        idea.Enter(Workflow.StageOf(Stages.Need), Sprint, Tuesday.AddDays(3));

        Assert.Equal((new DateOnly(2026, 3, 12), IdeaStatus.Active, null), (idea.PromiseDue, idea.Status, idea.PausedAt));
    }

    [Fact]
    public void After_the_shared_stages_each_has_its_own_time_again()
    {
        var idea = InSprint();
        idea.Enter(Workflow.StageOf(Stages.Concept), Sprint, Tuesday.AddDays(1));

        idea.Enter(Workflow.StageOf(Stages.Test), Sprint, Tuesday.AddDays(2));

        Assert.Equal(new DateOnly(2026, 3, 5).AddDays(90), idea.PromiseDue);
    }

    [Fact]
    public void A_track_like_another_asks_and_offers_what_it_does_at_every_gate()
    {
        foreach (var gate in Workflow.Gates)
        {
            Assert.Equal(gate.EvidenceIn(Tracks.Full).Select(one => one.Form), gate.EvidenceIn("SPRINT").Select(one => one.Form));
            Assert.Equal(gate.OutcomesIn(Tracks.Full).Select(one => one.Code), gate.OutcomesIn("SPRINT").Select(one => one.Code));
            Assert.Equal(gate.RequirementsIn(Tracks.Full).Select(one => one.Code), gate.RequirementsIn("SPRINT").Select(one => one.Code));
            Assert.Equal(gate.DecidersIn(Tracks.Full), gate.DecidersIn("SPRINT"));
        }
    }

    [Fact]
    public void A_variant_that_names_a_track_or_a_stage_that_is_not_there_is_told_so()
    {
        var wrong = new WorkflowVariant("LOCAL", 1, "Lokal", DefaultWorkflow.Key, []) { AddedTracks = [new(Sprint with { Together = new(["NOWHERE"], TimeLimit.WorkingDays(5)) }, "HUGE")] };
        Assert.Equal(
            ["variant LOCAL: IDESLUSS_DEFAULT_V1 has no stage NOWHERE.", "variant LOCAL: IDESLUSS_DEFAULT_V1 has no track HUGE."],
            wrong.UnknownTo(DefaultWorkflowDefinition.Build()));
    }

    private static Idea InSprint()
    {
        var idea = new Idea
        {
            Id = Guid.CreateVersion7(), CaseNumber = "26T1", SubmissionKey = "26T1", WorkflowKey = Workflow.Key, WorkflowVersion = 1, Stage = Stages.Need, Track = Tracks.Full,
            OriginalText = "En bänk.", Channel = "WEB", FollowCodeHash = [], ReceivedAt = Tuesday.AddDays(-20), StageEnteredAt = Tuesday.AddDays(-10),
        };
        idea.ChangeTrack(Workflow.StageOf(Stages.Need), Sprint, Tuesday);
        return idea;
    }
}
