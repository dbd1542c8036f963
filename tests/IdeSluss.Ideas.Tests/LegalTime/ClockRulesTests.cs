using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Legal;
using Xunit;

namespace IdeSluss.Ideas.Tests.LegalTime;

public class ClockRulesTests
{
    [Theory]
    [InlineData(LegalClocks.CitizenProposal, "2026-02-16", "2027-02-16")]
    [InlineData(LegalClocks.CitizenProposal, "2028-02-29", "2029-02-28")]
    [InlineData(LegalClocks.PublicRecordRequest, "2026-04-02", "2026-04-07")]
    [InlineData(LegalClocks.PartyDemand, "2026-03-03", "2026-03-31")]
    [InlineData(LegalClocks.PartyCase, "2026-08-31", "2027-02-28")]
    [InlineData(LegalClocks.PersonalDataRequest, "2026-01-31", "2026-02-28")]
    public void Each_kind_counts_as_its_law_says(string kind, string starts, string due) =>
        Assert.Equal(Day(due), ClockRules.Due(Kind(kind), Day(starts), extended: false));

    [Fact]
    public void Only_what_may_be_lengthened_becomes_longer()
    {
        Assert.Equal(Day("2026-06-03"), ClockRules.Due(Kind(LegalClocks.PersonalDataRequest), Day("2026-03-03"), extended: true));
        Assert.Equal(Day("2027-03-03"), ClockRules.Due(Kind(LegalClocks.CitizenProposal), Day("2026-03-03"), extended: true));
    }

    [Fact]
    public void The_warning_never_goes_back_and_the_last_day_is_a_hundred() => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (length, step) =>
    {
        var starts = Day("2026-01-01");
        var due = starts.AddDays(length.Get);
        var today = starts.AddDays(step.Get % (length.Get + 10));
        var now = ClockRules.Percent(starts, due, today);
        Assert.Equal(today >= due, now == 100);
        Assert.True((ClockRules.Percent(starts, due, today.AddDays(1)) ?? 0) >= (now ?? 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_kind_that_a_redirect_starts_is_started_by_a_redirect_that_exists()
    {
        var redirects = DefaultWorkflowDefinition.Build().Redirects.Select(target => target.Code).ToHashSet();

        Assert.All(OwnLegalClocks.All.Select(kind => kind.StartedByRedirect).OfType<string>(), target => Assert.Contains(target, redirects));
        Assert.Equal(3, OwnLegalClocks.All.Count(kind => kind.StartedByRedirect is not null));
    }

    [Fact]
    public void Every_law_that_a_clock_or_a_consultation_rests_on_is_there()
    {
        var laws = CommonLaw.All.Concat(CaseLaw.All).Concat(Laws.All).Select(law => law.Code).ToHashSet();

        Assert.All(OwnLegalClocks.All, kind => Assert.Contains(kind.LegalReference, laws));
        Assert.All(OwnConsultationBodies.All.Select(body => body.LegalReference).OfType<string>(), law => Assert.Contains(law, laws));
    }

    private static LegalClockKind Kind(string code) => OwnLegalClocks.All.Single(kind => kind.Code == code);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
