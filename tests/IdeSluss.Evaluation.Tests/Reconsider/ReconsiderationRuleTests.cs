using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Reconsider;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;

namespace IdeSluss.Evaluation.Tests.Reconsider;

/// <summary>Which decisions can be reconsidered, by whom and until when.</summary>
public class ReconsiderationRuleTests
{
    private static readonly ReconsiderationTimes Times = new();
    private static readonly Guid Decider = Guid.CreateVersion7();
    private static readonly DateTimeOffset Told = new(2026, 10, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-10-05", "2026-10-26")]
    // Twenty-one days after the third of October is a Saturday.
    [InlineData("2026-10-03", "2026-10-26")]
    // And after the third of December it is Christmas Eve.
    [InlineData("2026-12-03", "2026-12-28")]
    public void One_has_three_weeks_and_a_last_day_that_is_free_moves_to_the_next_that_is_not(string told, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), ReconsiderationRules.LastDay(new DateTimeOffset(DateOnly.Parse(told, null), new TimeOnly(12, 0), TimeSpan.Zero), Times));

    [Fact]
    public void It_can_be_asked_for_on_the_last_day_and_not_on_the_next()
    {
        Assert.Null(ReconsiderationRules.WhyNot(No(), null, Times, new DateOnly(2026, 10, 26)));
        Assert.StartsWith("Sista dagen", ReconsiderationRules.WhyNot(No(), null, Times, new DateOnly(2026, 10, 27))!.Message.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.CommitteeSecretary, true, "Nämnden har beslutat")]
    [InlineData(null, true, "Beslutet går inte att ompröva här")]
    [InlineData(Roles.IdeaCoach, false, "Ärendet har gått vidare")]
    public void What_nobody_else_can_decide_or_has_moved_on_is_not_reconsidered(string? decidedAs, bool stands, string why) =>
        Assert.StartsWith(why, ReconsiderationRules.WhyNot(No() with { DecidedAs = decidedAs, StillStands = stands }, null, Times, new DateOnly(2026, 10, 6))!.Message.Key, StringComparison.Ordinal);

    [Theory]
    [InlineData((int)ReconsiderationState.Waiting, "Omprövning är redan begärd")]
    [InlineData((int)ReconsiderationState.Stands, "Beslutet är redan omprövat")]
    [InlineData((int)ReconsiderationState.Changed, "Beslutet är redan omprövat")]
    public void There_is_one_for_each_decision(int state, string why) =>
        Assert.StartsWith(why, ReconsiderationRules.WhyNot(No(), One((ReconsiderationState)state), Times, new DateOnly(2026, 10, 6))!.Message.Key, StringComparison.Ordinal);

    [Fact]
    public void The_one_who_said_no_the_submitter_one_in_conflict_and_one_outside_do_not_reconsider_it()
    {
        var (one, other) = (One(ReconsiderationState.Waiting), Guid.CreateVersion7());
        Assert.NotNull(ReconsiderationRules.WhyNotBy(one, Decider, null, inPool: true));
        Assert.NotNull(ReconsiderationRules.WhyNotBy(one, one.AskedById!.Value, null, inPool: true));
        Assert.NotNull(ReconsiderationRules.WhyNotBy(one, other, CaseTie.Declared, inPool: true));
        Assert.NotNull(ReconsiderationRules.WhyNotBy(one, other, null, inPool: false));
        Assert.Null(ReconsiderationRules.WhyNotBy(one, other, null, inPool: true));
    }

    [Fact]
    public void Whoever_reconsiders_holds_the_same_role_or_the_one_above()
    {
        Assert.Equal([Roles.IdeaCoach, Roles.DelegatedDecisionMaker], ReconsiderationRules.Deciders(Roles.IdeaCoach));
        Assert.Equal([Roles.IdeaBoard], ReconsiderationRules.DecidedByOf([Roles.IdeaBoard]));
        Assert.Empty(ReconsiderationRules.Deciders(Roles.Committee));
    }

    private static RefusingDecision No() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "26IDE142", null, Gates.Need, "Behovsbeslut", "DECLINE", "Gå inte vidare", "Behov", "Det finns redan.", Told.AddMinutes(-10), Told, Decider, Roles.NeedOwner, Guid.CreateVersion7(), null, true, CloseReasons.DeclinedAlreadyExists);

    private static Reconsideration One(ReconsiderationState state) => new()
    {
        Id = Guid.CreateVersion7(), DecisionId = Guid.CreateVersion7(), IdeaId = Guid.CreateVersion7(), CaseNumber = "26IDE142", Gate = Gates.Need, AuthorityId = Guid.CreateVersion7(), FirstDeciderId = Decider, FirstDecidedAs = Roles.NeedOwner,
        AskedAt = Told, AskedById = Guid.CreateVersion7(), Reason = "Det är fel.", AnswerBy = new DateOnly(2026, 11, 2), State = state,
    };
}
