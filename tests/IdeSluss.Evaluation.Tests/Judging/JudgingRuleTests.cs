using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Rank;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Tests.Judging;

/// <summary>The rules of judging by themselves.</summary>
public class JudgingRuleTests
{
    private static readonly string[] Levels = ["a", "b", "c", "d", "e"];

    private static SheetContent Sheet(params int[] weights) => new("Mall", "Tänk efter.", [.. weights.Select((weight, at) => new SheetCriterion($"k{at + 1}", null, "Fråga?", null, weight, Levels))], [new("s1", "Hinder?", "ja")]);

    private static Judgement Steps(params int[] steps) => new(steps, []);

    [Fact]
    public void Two_who_say_one_and_five_must_talk_and_two_who_both_say_three_need_not()
    {
        Assert.True(RoundResult.Of(Sheet(100), [Steps(1), Steps(5)]).FarApart);
        Assert.False(RoundResult.Of(Sheet(100), [Steps(3), Steps(3)]).FarApart);
    }

    [Fact]
    public void Disagreement_that_the_score_would_hide_is_found_criterion_by_criterion()
    {
        var result = RoundResult.Of(Sheet(50, 50), [Steps(1, 5), Steps(5, 1)]);
        Assert.Equal((3m, 3m, 3m), (result.Score, result.Lowest, result.Highest));
        Assert.True(result.FarApart);
    }

    [Fact]
    public void One_who_sees_an_obstacle_that_others_do_not_see_is_a_reason_to_talk()
    {
        Assert.True(RoundResult.Of(Sheet(100), [new([3], ["s1"]), Steps(3)]).FarApart);
        Assert.False(RoundResult.Of(Sheet(100), [new([3], ["s1"]), new([3], ["s1"])]).FarApart);
    }

    [Fact]
    public void A_score_is_the_mean_of_the_steps_by_their_weights()
    {
        // 5 × 60 + 2 × 40 = 380 hundredths.
        Assert.Equal(3.8m, Steps(5, 2).Score(RoundResult.WeightsOf(Sheet(60, 40))));
        Assert.Equal((3.8m, 2.6m, 5m, 2), RoundResult.Of(Sheet(100), [new([5], []), new([3], [])]) is var r ? (3.8m, 2.6m, r.Highest!.Value, r.Count) : default);
    }

    [Fact]
    public void What_shares_a_score_shares_its_place_and_the_next_place_is_skipped()
    {
        var lines = Ranking.Of([new(Guid.Empty, "A", [Steps(3)]), new(Guid.Empty, "B", [Steps(4)]), new(Guid.Empty, "C", [Steps(4)]), new(Guid.Empty, "D", [Steps(2)])], [100m]);
        Assert.Equal([("B", 1, 1), ("C", 1, 1), ("A", 3, 0), ("D", 4, 0)], lines.Select(line => (line.Idea.CaseNumber, line.Place, line.Shared)));
    }

    [Fact]
    public void An_order_that_hangs_on_the_weights_says_so()
    {
        // A is better at the heavy question, B at the light one; doubling the light one turns them round.
        var lines = Ranking.Of([new(Guid.Empty, "A", [Steps(4, 3)]), new(Guid.Empty, "B", [Steps(3, 5)])], [70m, 30m]);
        Assert.Equal(("A", 1, 1, 2), lines[0] is var a ? (a.Idea.CaseNumber, a.Place, a.Best, a.Worst) : default);
        var steady = Ranking.Of([new(Guid.Empty, "A", [Steps(5, 5)]), new(Guid.Empty, "B", [Steps(1, 1)])], [70m, 30m]);
        Assert.DoesNotContain(steady, line => line.Moves);
    }

    [Fact]
    public void Every_place_lies_between_the_best_and_the_worst_and_equal_scores_have_equal_places() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[][]>().Convert(rows => rows.Where(row => row is { Length: > 0 }).Take(8).Select(row => Steps(1 + Math.Abs(row[0] % 5), 1 + Math.Abs(row[^1] % 5))).ToArray(), _ => []),
        judged =>
        {
            var lines = Ranking.Of([.. judged.Select((one, at) => new RankedIdea(Guid.Empty, $"{at}", [one]))], [60m, 40m]);
            return lines.All(line => line.Best <= line.Place && line.Place <= line.Worst && line.Place == 1 + lines.Count(other => other.Score > line.Score));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(CaseTie.Submitter, Hinder.Submitter)]
    [InlineData(CaseTie.CoSubmitter, Hinder.CoSubmitter)]
    [InlineData(CaseTie.Declared, Hinder.Declared)]
    public void Whoever_has_a_tie_is_never_asked_not_even_by_hand(CaseTie tie, object expected)
    {
        var hinder = HinderRules.Of(Who("Anna Exempelsson", Guid.CreateVersion7()), tie, [], true, [], new(2026, 10, 14));
        Assert.Equal((Hinder)expected, hinder);
        Assert.False(HinderRules.ByHand(hinder));
    }

    [Fact]
    public void The_same_unit_counts_only_where_the_sheet_says_so_and_an_unknown_unit_is_left_to_a_person()
    {
        var unit = Guid.CreateVersion7();
        Assert.Equal(Hinder.SameUnit, HinderRules.Of(Who("A", unit), null, [unit], true, [], new(2026, 10, 14)));
        Assert.Null(HinderRules.Of(Who("A", unit), null, [unit], false, [], new(2026, 10, 14)));
        var unknown = HinderRules.Of(Who("A", null), null, [unit], true, [], new(2026, 10, 14));
        Assert.Equal(Hinder.UnitUnknown, unknown);
        Assert.True(HinderRules.ByHand(unknown));
        // The board and the advisers are chosen to judge everywhere.
        Assert.Null(HinderRules.Of(Who("A", null) with { Appointed = true }, null, [unit], true, [], new(2026, 10, 14)));
    }

    [Fact]
    public void Who_has_enough_or_is_away_is_passed_over()
    {
        Assert.Equal(Hinder.Full, HinderRules.Of(Who("A", Guid.CreateVersion7()) with { Waiting = 3 }, null, [], true, [], new(2026, 10, 14)));
        Assert.Equal(Hinder.Away, HinderRules.Of(Who("A", Guid.CreateVersion7()) with { AwayUntil = new(2026, 10, 14) }, null, [], true, [], new(2026, 10, 14)));
        Assert.Null(HinderRules.Of(Who("A", Guid.CreateVersion7()) with { AwayUntil = new(2026, 10, 13) }, null, [], true, [], new(2026, 10, 14)));
    }

    [Fact]
    public void The_balance_looks_for_knowledge_first_then_another_unit_then_who_has_least_to_do()
    {
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var picked = Balance.Pick(
            [Who("Anna", here) with { Waiting = 0 }, Who("Bo", here) with { Competences = ["jamstalldhet"], Waiting = 2 }, Who("Cia", there) with { Waiting = 1 }, Who("Dan", there) with { Waiting = 0, SentLately = 4 }, Who("Eva", there) with { Waiting = 0, SentLately = 1 }],
            3, [new("jamstalldhet", "Jämställdhet")], []);
        Assert.Equal(["Bo", "Eva", "Anna"], picked.Select(one => one.Candidate.Person.DisplayName));
    }

    [Fact]
    public void Weights_that_do_not_make_a_hundred_and_a_step_without_text_are_refused_with_words()
    {
        var answers = SheetWriting.ToAnswers(Sheet(60, 30));
        answers.Json["kriterier"]![0]!.AsObject().Remove("steg2");
        Assert.True(SheetWriting.Read(answers).Failed(out var problem, out _));
        Assert.Contains(problem.Errors, error => error is { Field: "kriterier", Message.Key: "Vikterna blir {0} tillsammans. De ska bli {1}." } && error.Message.Args is [90m, 100]);
        Assert.Contains(problem.Errors, error => error.Field == "kriterier.0.steg2");
    }

    [Fact]
    public void A_sheet_that_is_written_reads_as_it_was_written()
    {
        Assert.False(SheetWriting.Read(SheetWriting.ToAnswers(Sheet(60, 40))).Failed(out _, out var content));
        Assert.Equal(SheetWriting.ToAnswers(Sheet(60, 40)).ToJson(), SheetWriting.ToAnswers(content).ToJson());
    }

    [Fact]
    public void Our_own_sheets_have_a_text_on_every_step_and_weights_that_make_a_hundred_one_for_each_decision()
    {
        Assert.All(OwnSheets.All, sheet => Assert.False(SheetWriting.Read(SheetWriting.ToAnswers(sheet.Content)).Failed(out _, out _)));
        Assert.Equal([Gates.Need, Gates.Test, Gates.Evaluate, Gates.Implement, Gates.Benefit], OwnSheets.All.Select(sheet => sheet.Gate));
    }

    private static Candidate Who(string name, Guid? unit) => new(new PersonInfo(Guid.CreateVersion7(), name, $"{name.ToLowerInvariant()}@prov.example", null, true, "sv"), unit, [], 0, Reviewer.UsualLoad, 0, null, null);
}
