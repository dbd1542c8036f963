using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.CloseTest;
using IdeSluss.Testbeds.Features.Testbeds.StartTest;
using IdeSluss.Testbeds.Features.Testbeds.TakePart;
using IdeSluss.Testbeds.Features.Testbeds.TellIdea;

namespace IdeSluss.Testbeds.Tests.Trials;

public class TestRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 10, 14);

    [Fact]
    public void With_everything_in_place_nothing_is_missing() => Assert.Empty(Missing());

    [Fact]
    public void A_case_that_is_gone_cannot_be_tested() => Assert.Single(StartRules.Missing(Trial(), null, null, 1, Now));

    [Fact]
    public void Each_thing_that_is_not_there_is_said_by_itself()
    {
        Assert.Equal(["beslut"], Missing(stage: Stages.Concept));
        Assert.Equal(["testledare"], Missing(change: trial => trial.LeadId = null));
        Assert.Equal(["plats"], Missing(change: trial => trial.OwnPlace = null));
        Assert.Equal(["rekrytering"], Missing(change: trial => trial.Recruitment = " "));
        Assert.Equal(["deltagare"], Missing(accepting: 0));
        Assert.Equal([FormKeys.TestPlan], Missing(ends: Today.AddDays(-1)));
        Assert.Empty(Missing(ends: Today));
        Assert.Equal([FormKeys.Screening], Missing(approvedUntil: Today.AddDays(-1)));
        Assert.Empty(Missing(approvedUntil: Today));
    }

    [Fact]
    public void Until_the_decision_can_no_longer_be_taken_back_nothing_starts() =>
        Assert.Equal(["beslut"], StartRules.Missing(Trial(readyFrom: Now.AddSeconds(1)), Idea(), null, 1, Now).Select(gap => gap.Key));

    [Fact]
    public void Without_people_nobody_is_asked_and_a_small_idea_needs_a_lead_alone()
    {
        Assert.Empty(Missing(people: false, accepting: 0, change: trial => trial.Recruitment = null));
        Assert.Empty(Missing(track: Tracks.Small, accepting: 0, change: trial => (trial.OwnPlace, trial.Recruitment) = (null, null)));
    }

    [Theory]
    [InlineData(TestbedStatus.Paused, true, 400, "plats")]
    [InlineData(TestbedStatus.Active, false, 400, "forsakring")]
    [InlineData(TestbedStatus.Active, true, 10, "forsakring")]
    [InlineData(TestbedStatus.Active, true, 60, null)]
    [InlineData(TestbedStatus.Active, true, null, null)]
    public void A_test_bed_is_ready_and_insured_for_the_whole_test(TestbedStatus status, bool insured, int? days, string? missing)
    {
        var testbed = new Testbed { Id = Guid.NewGuid(), Slug = "labbet", Name = "Labbet", ShortDescription = "", AuthorityId = Guid.NewGuid(), Status = status, OwnLiability = insured, InsuredUntil = days is { } some ? Today.AddDays(some) : null };
        Assert.Equal(missing is null ? [] : [missing], StartRules.Missing(Trial(), Idea(ends: Today.AddDays(60)), testbed, 1, Now).Select(gap => gap.Key));
    }

    [Theory]
    [InlineData("Missing", "bokning")]
    [InlineData("Waiting", "bokning")]
    [InlineData("Confirmed", null)]
    [InlineData("NotNeeded", null)]
    public void A_test_bed_that_can_be_booked_is_booked_and_confirmed_before_the_test_starts(string booked, string? missing) =>
        Assert.Equal(missing is null ? [] : [missing], StartRules.Missing(Trial(), Idea(ends: Today.AddDays(60)), null, 1, Now, Enum.Parse<BookedForTest>(booked)).Select(gap => gap.Key));

    [Theory]
    [InlineData(null, "2026-11-14")]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-10-20", "2026-10-15")]
    public void Contact_data_goes_on_the_first_day_of_the_plan_but_not_before_the_test_is_over(string? planned, string expected)
    {
        var ends = new DateOnly(2026, 10, 15);
        Assert.Equal(DateOnly.Parse(planned == "2026-10-20" ? "2026-10-15" : expected, System.Globalization.CultureInfo.InvariantCulture),
            ContactRules.LastDay(ends, planned is null ? [] : [planned == "2026-10-20" ? new DateOnly(2026, 10, 1) : DateOnly.Parse(planned, System.Globalization.CultureInfo.InvariantCulture), null]));
    }

    [Fact]
    public void A_small_test_is_closed_with_three_answers_and_a_full_one_with_all()
    {
        var three = new ResultInput { Verdict = TrialVerdict.Inconclusive, Recommendation = TrialRecommendation.Retest, Went = "Vi vet inte." };
        Assert.Empty(CloseRules.Check(three, Tracks.Small, _ => []));
        Assert.Equal(["why", "equality", "staffView", "tried", "learnt", "otherwise"], CloseRules.Check(three, Tracks.Full, _ => []).Select(error => error.Field));
        Assert.Equal(["verdict", "recommendation", "went"], CloseRules.Check(new(), Tracks.Small, _ => []).Select(error => error.Field));
    }

    [Fact]
    public void Who_takes_part_is_told_by_age_only_where_no_age_has_few()
    {
        var people = Enumerable.Range(0, 5).Select(i => Person(i, ParticipantGroup.Men, AgeBand.From80)).Concat(Enumerable.Range(5, 4).Select(i => Person(i, ParticipantGroup.Women, AgeBand.From65To79))).Append(Person(9, ParticipantGroup.Women, AgeBand.From80, withdrawn: true)).ToList();
        var result = new TrialResult { TrialId = Guid.NewGuid(), Verdict = TrialVerdict.Supports, Recommendation = TrialRecommendation.GoOn, Tried = "A", Went = "B", ClosedById = Guid.NewGuid(), At = Now };
        var rows = JsonNode.Parse(ReportAnswers.Of(Trial(), result, [], [], people)[FormKeys.TestReport])!["deltagare"]!.AsArray();
        Assert.Equal(["kvinnor okand 5 4 1", "man 80 5 5 0"], rows.Select(row => $"{row!["grupp"]} {row["alder"]} {row["borjade"]} {row["fullfoljde"]} {row["slutade"]}"));
    }

    [Fact]
    public void Nothing_may_be_written_about_someone_from_the_day_they_withdraw()
    {
        var person = Person(1, ParticipantGroup.Other, AgeBand.Unknown);
        person.Consent = new() { ParticipantId = person.Id, TextVersion = "1", Language = "sv", Format = ConsentFormat.Text, GivenBy = ConsentGiver.Self, GivenOn = Today, RecordedById = Guid.NewGuid() };
        Assert.Equal((false, true), (person.TakesPartOn(Today.AddDays(-1)), person.TakesPartOn(Today)));
        person.WithdrawnOn = Today.AddDays(2);
        Assert.Equal((true, false), (person.TakesPartOn(Today.AddDays(1)), person.TakesPartOn(Today.AddDays(2))));
    }

    private static Participant Person(int order, ParticipantGroup group, AgeBand age, bool withdrawn = false) =>
        new() { Id = Guid.NewGuid(), TrialId = Guid.NewGuid(), Order = order, Group = group, Age = age, WithdrawnOn = withdrawn ? Today : null };

    private static IReadOnlyList<string> Missing(Action<Trial>? change = null, string stage = Stages.Test, string track = Tracks.Full, bool people = true, int accepting = 1, DateOnly? ends = null, DateOnly? approvedUntil = null)
    {
        var trial = Trial();
        change?.Invoke(trial);
        return [.. StartRules.Missing(trial, Idea(stage, track, people, ends ?? Today.AddDays(30), approvedUntil), null, accepting, Now).Select(gap => gap.Key)];
    }

    private static Trial Trial(DateTimeOffset? readyFrom = null) => new()
    {
        Id = Guid.NewGuid(), Number = "26IDE1-T1", Round = 1, IdeaId = Guid.NewGuid(), CaseNumber = "26IDE1", DecisionId = Guid.NewGuid(), ReadyFrom = readyFrom ?? Now, AuthorityId = Guid.NewGuid(), LeadId = Guid.NewGuid(), OwnPlace = "Här", Recruitment = "Med ett blad.",
    };

    private static TestCase Idea(string stage = Stages.Test, string track = Tracks.Full, bool people = true, DateOnly? ends = null, DateOnly? approvedUntil = null) =>
        new(Guid.NewGuid(), "26IDE1", "En bänk", null, Guid.NewGuid(), null, null, stage, track, true, new("Vi tror", "Stopp", "Chefen", Today, ends, people, 5, "Vi", approvedUntil, [], []), []);
}
