using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Evaluation.Features.Evaluation.Workforce;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Training.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <param name="Research">By code of the <see cref="ResearchTable"/>: told only where it gives nothing away.</param>
internal sealed record CountedQuarter(QuarterCounts Counts, IReadOnlyList<StatTable> Tables, IReadOnlyList<Middle> Middles, IReadOnlyList<(string Code, StatTable Table)> Research);

/// <summary>Asks every module that has something to count what it had in a quarter. Where there are no tests or courses there are none to count.</summary>
internal sealed class CountQuarter(
    IIdeaStatistics ideas, IEnumerable<ITrialStatistics> trials, IEnumerable<ITrainingStatistics> training, IJudgedCases cases, IEnumerable<IntakeChannel> channels, IOrganisation organisation, CountProfiles profiles, CountBarometer barometer,
    CountTrust trust, CountSolutions solutions, KeepWorkforce workforce, IFormRegistry forms, EvaluationDbContext db)
{
    private const int MostFollowUps = 100_000;

    public async Task<CountedQuarter> OfAsync(string quarter, CancellationToken cancellationToken)
    {
        var (first, end) = (QuarterName.First(quarter), QuarterName.End(quarter));
        var (from, to) = (first.StartInStockholm(), end.StartInStockholm());
        var barriers = await ideas.BarriersAsync(from, to, cancellationToken);
        var sexes = await profiles.SexesOfStaffAsync(cancellationToken);
        var (answered, answeredTimes) = await profiles.OfSubmittersAsync(from, to, cancellationToken);
        var (participants, costs, certified) = (new List<ParticipantCount>(), new List<TrialCost>(), new List<CertifiedCount>());
        foreach (var one in trials) participants.AddRange(await one.ParticipantsAsync(first, end, cancellationToken));
        foreach (var one in trials) costs.AddRange(await one.CostsAsync(first, end, cancellationToken));
        foreach (var one in training) certified.AddRange(await one.CertifiedAsync(sexes, first, end, cancellationToken));
        var reached = new List<ReachCount>();
        foreach (var one in training) reached.AddRange(await one.ReachAsync(sexes, end.AddDays(-1), cancellationToken));
        var areas = await ideas.AreasOfAsync([.. costs.Select(one => one.IdeaId)], cancellationToken);
        var counts = new QuarterCounts(await ideas.HandedInAsync(from, to, cancellationToken), await ideas.DecidedAsync(from, to, cancellationToken), await ideas.ClosedAsync(from, to, cancellationToken))
        {
            Told = await ideas.ToldAsync(from, to, cancellationToken), Spread = await ideas.SpreadAsync(from, to, cancellationToken), Barriers = barriers, Participants = participants, Certified = certified, Reached = reached,
            FollowUps = await FollowedUpAsync(from, to, cancellationToken), Answered = answered, Deciders = Decider.Of(await ideas.DecidersAsync(from, to, cancellationToken), sexes),
            Costs = [.. costs.Where(one => areas.ContainsKey(one.IdeaId)).Select(one => new AreaCost(areas[one.IdeaId], one.Kronor))],
        };
        var middles = QuarterTimes.Of(
            await ideas.StageTimesAsync(from, to, cancellationToken), answeredTimes, await ideas.ImplementedTimesAsync(from, to, cancellationToken), await ideas.NeedTalksAsync(from, to, cancellationToken), barriers, counts.FollowUps);
        var parts = await PartsAsync(cancellationToken);
        var trusted = await trust.OfAsync(quarter, cancellationToken);
        return new(
            counts,
            [.. QuarterTables.Of(quarter, counts, parts), .. TrustTables.Of(quarter, trusted), .. await solutions.OfAsync(quarter, cancellationToken), .. await barometer.OfAsync(quarter, cancellationToken)],
            [.. middles, .. TrustTables.MiddlesOf(trusted)], ResearchTable.Of(quarter, counts, parts));
    }

    private async Task<IReadOnlyList<FollowedUp>> FollowedUpAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        var answered = (from one in db.FollowUps.AsNoTracking()
                        where one.State == FollowUpState.Answered && one.EndedAt >= first && one.EndedAt < end
                        join plan in db.BenefitPlans.AsNoTracking() on one.PlanId equals plan.Id
                        select new { one.Form, one.Answers, Plan = plan }).Take(MostFollowUps);
        var all = new List<FollowedUp>();
        // What was planned of each kind stands in the plan as it was: read one at a time, and only the sums are kept.
        await foreach (var one in answered.AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (forms.Current(one.Form) is { } form) all.Add(FollowedUp.Of(FollowUpResult.Of(FormEvaluator.Evaluate(form, Answers.Parse(one.Answers), one.Plan.Facts(forms)).Answers)));
        return all;
    }

    private async Task<QuarterParts> PartsAsync(CancellationToken cancellationToken)
    {
        var authorities = (await organisation.AuthoritiesAsync(cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Code);
        return new([.. channels.Select(channel => channel.Code).Distinct()], [.. cases.Areas.Select(area => area.Code)], authorities)
        {
            Units = UnitTree.Of(await organisation.UnitsAsync(cancellationToken), authorities), Majorities = await workforce.MajoritiesAsync(cancellationToken),
        };
    }
}
