using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Coach;

public sealed class ClockRuleTests
{
    [Theory]
    // Ten working days from Monday 14 December 2026: Christmas Eve and Christmas Day do not count, so the last day is 30 December.
    [InlineData("2026-12-14", 10, "2026-12-22", null)]
    [InlineData("2026-12-14", 10, "2026-12-23", 70)]
    [InlineData("2026-12-14", 10, "2026-12-29", 70)]
    [InlineData("2026-12-14", 10, "2026-12-30", 100)]
    // Midsummer Eve is free.
    [InlineData("2026-06-12", 5, "2026-06-17", null)]
    [InlineData("2026-06-12", 5, "2026-06-18", 70)]
    [InlineData("2026-06-12", 5, "2026-06-22", 100)]
    public void Warnings_come_at_70_and_100_percent_of_the_working_days(string entered, int days, string today, int? percent)
    {
        var from = DateOnly.Parse(entered);
        var due = WorkingDays.Add(from, days);
        Assert.Equal(percent, CaseClock.Warning(from, due, due, DateOnly.Parse(today)));
    }

    [Fact]
    public void A_pause_moves_the_warning_as_it_moves_the_promise()
    {
        var from = new DateOnly(2026, 9, 1);
        var promised = WorkingDays.Add(from, 10);
        var moved = WorkingDays.Add(promised, 20);
        Assert.Null(CaseClock.Warning(from, promised, moved, WorkingDays.Add(from, 20)));
        Assert.Equal(70, CaseClock.Warning(from, promised, moved, WorkingDays.Add(from, 27)));
        Assert.Equal(100, CaseClock.Warning(from, promised, moved, moved));
    }
}

/// <summary>A Tuesday morning before any free day.</summary>
public sealed class StandingClockHost() : TestHost(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero) });

public sealed class ClockTests(StandingClockHost host) : IClassFixture<StandingClockHost>
{
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promise_is_warned_of_once_at_each_level_and_breached_after()
    {
        var idea = await desk.SubmitAsync("Ännu en bänk.");
        var id = idea.IdeaId;
        await RunAsync();
        Assert.Empty(await WarningsAsync(id));
        await ToWorkingDayAsync(7);
        await RunAsync();
        await RunAsync();
        Assert.Equal([70], await WarningsAsync(id));
        await ToWorkingDayAsync(3);
        await RunAsync();
        Assert.Equal([70, 100], await WarningsAsync(id));
        await ToWorkingDayAsync(1);
        await RunAsync();
        Assert.Equal(2, await desk.QueryAsync(db => db.Timeline.CountAsync(line => line.IdeaId == id && line.Kind == TimelineKinds.PromiseAtRisk && line.Audience == Audience.Internal, Ct)));
    }

    [Fact]
    public async Task Silence_is_reminded_of_once_and_then_proposed_to_a_coach_but_never_closes_a_case()
    {
        var receipt = await desk.SubmitAsync("En bänk till.", submission => submission with { AnswerWay = AnswerWay.Email, Email = "pahittad@exempel.example" });
        CoachDesk.Value(await desk.SortAsync(receipt.CaseNumber, CoachDesk.Decide("RETURN_FOR_INFO", question: "Var vill du ha bänken?")));
        await ToWorkingDayAsync(14);
        await RunAsync();
        Assert.Empty(await TasksAsync(receipt.IdeaId));
        await ToWorkingDayAsync(1);
        await RunAsync();
        await RunAsync();
        Assert.Equal([CoachTaskKind.RemindSubmitter], await TasksAsync(receipt.IdeaId));
        Assert.Empty(await WarningsAsync(receipt.IdeaId));
        await ToWorkingDayAsync(15);
        await RunAsync();
        await ToWorkingDayAsync(40);
        await RunAsync();
        Assert.Equal([CoachTaskKind.RemindSubmitter, CoachTaskKind.ConsiderClosing], await TasksAsync(receipt.IdeaId));
        var idea = await desk.CaseAsync(receipt.CaseNumber);
        Assert.Equal((IdeaStatus.Waiting, (string?)null), (idea.Status, idea.CloseReason));
    }

    [Fact]
    public async Task A_digest_is_sent_once_a_day_with_a_count_and_a_link_only()
    {
        await desk.SubmitAsync("Kanariefågel-4712 vill ha en bänk.");
        await host.InScopeAsync(services => services.GetRequiredService<SendDigests>().RunAsync(Ct));
        await host.InScopeAsync(services => services.GetRequiredService<SendDigests>().RunAsync(Ct));
        var bodies = await host.Database.ListAsync<string>($"select body from mail.message where \"to\" = '{Personas.AddressOf(Personas.Coach)}' and reference = 'Mitt arbete' and created_at > '{host.Clock.GetUtcNow().AddHours(-1):O}'");
        Assert.Single(bodies);
        Assert.Contains("väntar på dig", bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("4712", bodies[0], StringComparison.Ordinal);
    }

    private Task RunAsync() => host.InScopeAsync(services => services.GetRequiredService<RunClocks>().RunAsync(Ct));

    private async Task ToWorkingDayAsync(int days)
    {
        var now = host.Clock.GetUtcNow();
        host.Clock.SetUtcNow(WorkingDays.Add(now.StockholmDay(), days).StartInStockholm().AddHours(10));
        await Task.CompletedTask;
    }

    private Task<List<int>> WarningsAsync(Guid idea) => desk.QueryAsync(db => db.ClockWarnings.Where(warning => warning.IdeaId == idea).OrderBy(warning => warning.Percent).Select(warning => warning.Percent).ToListAsync(Ct));

    private Task<List<CoachTaskKind>> TasksAsync(Guid idea) => desk.QueryAsync(db => db.Tasks.Where(task => task.IdeaId == idea).OrderBy(task => task.CreatedAt).Select(task => task.Kind).ToListAsync(Ct));
}
