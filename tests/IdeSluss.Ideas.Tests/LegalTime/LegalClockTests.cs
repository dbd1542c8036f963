using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.LegalTime;

public sealed class LegalClockTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private DateOnly Today => host.Clock.GetUtcNow().StockholmDay();

    [Fact]
    public async Task A_request_for_a_public_record_counts_from_the_day_it_arrived()
    {
        var number = await host.CaseAsync(Stages.Triage, change: idea => idea.StageEnteredAt = idea.ReceivedAt);
        await RedirectedAsync(number, Redirects.PublicRecordRequest);

        var clock = await ClockAsync(number);
        Assert.Equal((LegalClocks.PublicRecordRequest, (await host.IdeaAsync(number)).ReceivedAt.StockholmDay()), (clock!.Kind, clock.StartsOn!.Value));
        Assert.Equal(WorkingDays.Add(clock.StartsOn.Value, 1), clock.Due);
    }

    [Fact]
    public async Task A_citizen_proposal_counts_from_when_the_council_took_it_up_which_a_person_enters()
    {
        var number = await host.CaseAsync(Stages.Triage);
        await RedirectedAsync(number, Redirects.CitizenProposal);
        var clock = (await ClockAsync(number))!;
        Assert.Equal((null, null), (clock.StartsOn, clock.Due));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var task = await host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(one => one.SubjectId == clock.Id));
        Assert.Contains($"/arbete/lagtider/{clock.Id}", (await coach.GetAsync($"/arbete/uppgifter/{task.Id}")).Links);

        var page = await coach.PostFormAsync($"/arbete/lagtider/{clock.Id}", [("Day.StartsOn", "2026-02-16")], "Spara dagen");

        Assert.True(page.Says("16 februari 2027"), page.Text);
        Assert.Equal(new DateOnly(2027, 2, 16), (await ClockAsync(number))!.Due);
        Assert.NotNull((await host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(one => one.SubjectId == clock.Id))).DoneAt);
        Assert.True((await coach.GetAsync($"/arbete/{number}")).Says("Medborgarförslag"));
    }

    [Fact]
    public async Task A_redirect_that_is_taken_back_takes_its_clock_with_it()
    {
        var number = await host.CaseAsync(Stages.Triage);
        var decision = await RedirectedAsync(number, Redirects.CitizenProposal);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);
        await host.MessagesSettledAsync();

        Assert.Null(await ClockAsync(number));
        Assert.Equal(LegalClockStop.TakenBack, await host.ReadAsync(number, (db, idea) => db.LegalClocks.Where(clock => clock.IdeaId == idea.Id).Select(clock => clock.Stop).SingleAsync()));
        Assert.True(await host.ReadAsync(number, (db, idea) => db.Tasks.Where(task => task.Kind == CoachTaskKind.LegalClock && task.IdeaId == idea.Id).AllAsync(task => task.Cancelled)));
    }

    [Fact]
    public async Task A_person_starts_lengthens_and_stops_a_clock_and_says_why()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(["Kind", "StartsOn"], await (await StartAsync(coach, number, "NO_SUCH", Today.AddDays(1))).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.Created, (await StartAsync(coach, number, LegalClocks.PersonalDataRequest, Today)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await StartAsync(coach, number, LegalClocks.PersonalDataRequest, Today)).StatusCode);
        var clock = (await ClockAsync(number))!;

        Assert.Equal(["Note"], await (await ChangeAsync(coach, clock, "extend", new { })).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(coach, clock, "extend", new { note = "Många handlingar. Berättat i brev." })).StatusCode);
        Assert.Equal(Today.AddMonths(1).AddMonths(2), (await ClockAsync(number))!.Due);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ChangeAsync(coach, clock, "stop", new { reason = "DONE" })).StatusCode);
        clock = (await ClockAsync(number))!;
        Assert.Equal(HttpStatusCode.Conflict, (await ChangeAsync(coach, clock, "extend", new { note = "Igen." })).StatusCode);
        Assert.Equal(["Reason"], await (await ChangeAsync(coach, clock, "stop", new { reason = "BORED" })).ErrorFieldsAsync());
        Assert.Equal(["Note"], await (await ChangeAsync(coach, clock, "stop", new { reason = "NOT_APPLICABLE" })).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(coach, clock, "stop", new { reason = "DONE", note = "Besvarat 3 mars." })).StatusCode);

        Assert.Null(await ClockAsync(number));
        Assert.True((await coach.GetAsync("/arbete/lagtider?visa=avslutade")).Says(number));
        Assert.Equal(3, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind.StartsWith("legal-clock"))));
    }

    [Fact]
    public async Task Each_warning_is_given_once_and_what_is_overdue_stands_first()
    {
        var late = await host.CaseAsync(Stages.Need, Tracks.Full);
        var soon = await host.CaseAsync(Stages.Need, Tracks.Full);
        using (var coach = await host.LogInAsAsync(Personas.Coach))
        {
            await StartAsync(coach, late, LegalClocks.PartyDemand, Today.AddDays(-40));
            await StartAsync(coach, soon, LegalClocks.PartyDemand, Today.AddDays(-22));
        }

        for (var run = 0; run < 2; run++) await host.InScopeAsync(services => services.GetRequiredService<WatchLegalClocks>().RunAsync(CancellationToken.None));

        foreach (var number in new[] { late, soon })
        {
            Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Tasks.CountAsync(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.LegalClock)));
            Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.LegalClockWarned)));
        }

        Assert.NotNull((await ClockAsync(late))!.WarnedLateAt);
        Assert.Null((await ClockAsync(soon))!.WarnedLateAt);
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var page = (await registrar.GetAsync("/arbete/lagtider")).Text;
        Assert.True(page.IndexOf(late, StringComparison.Ordinal) < page.IndexOf(soon, StringComparison.Ordinal));
        Assert.Contains("dagar över tiden", page, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromDays(10));
        await host.InScopeAsync(services => services.GetRequiredService<WatchLegalClocks>().RunAsync(CancellationToken.None));
        Assert.Equal(2, await host.ReadAsync(soon, (db, idea) => db.Tasks.CountAsync(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.LegalClock)));
    }

    [Fact]
    public async Task A_report_about_accessibility_has_its_clock_which_ends_when_it_is_answered()
    {
        var receipt = await host.InScopeAsync(services => services.GetRequiredService<IAccessibilityReports>().ReceiveAsync(new Sdk.Web.AccessibilityReport(true, "Knappen har inget namn.", "/lamna-ide", "Ring mig"), CancellationToken.None));
        Assert.Null(receipt.Problem);
        var report = await host.Database.QueryAsync<Guid>("select id from ideas.accessibility_report order by id desc limit 1");
        using var adviser = await host.LogInAsAsync(Personas.AccessibilityAdvisor);
        Assert.True((await adviser.GetAsync("/arbete/lagtider")).Says("Begäran om tillgängliggörande"));

        Assert.Equal(HttpStatusCode.NoContent, (await adviser.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/tasks/{report}/done", new { note = "Ringt 3 mars." })).StatusCode);

        Assert.Equal("Done", await host.Database.QueryAsync<string>("select stop from ideas.legal_clock where report_id = $1", report));
    }

    [Theory]
    [InlineData(null, 200, "/logga-in")]
    [InlineData(Personas.Resident, 403, null)]
    [InlineData(Personas.NeedOwner, 403, null)]
    [InlineData(Personas.IdeaBoard, 403, null)]
    [InlineData(Personas.Administrator, 403, null)]
    [InlineData(Personas.Coach, 200, null)]
    [InlineData(Personas.Registrar, 200, null)]
    [InlineData(Personas.CommitteeSecretary, 200, null)]
    [InlineData(Personas.DepartmentHead, 200, null)]
    [InlineData(Personas.DataProtectionOfficer, 200, null)]
    public async Task Only_those_who_answer_for_legal_times_see_them(string? persona, int status, string? ledTo)
    {
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);

        var page = await visitor.GetAsync("/arbete/lagtider");

        Assert.Equal(status, page.StatusCode);
        if (ledTo is not null) Assert.StartsWith(ledTo, page.Address, StringComparison.Ordinal);
    }

    private async Task<Guid> RedirectedAsync(string number, string target)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var decision = await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "REDIRECT", redirectTarget = target, impartial = true });
        await host.MessagesSettledAsync();
        return decision;
    }

    private Task<LegalClock?> ClockAsync(string number) => host.ReadAsync(number, (db, idea) => db.LegalClocks.AsNoTracking().FirstOrDefaultAsync(clock => clock.IdeaId == idea.Id && clock.StoppedAt == null));

    private static Task<HttpResponseMessage> StartAsync(Visitor visitor, string number, string kind, DateOnly starts) =>
        visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/legal-clocks", new { kind, startsOn = starts });

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, LegalClock clock, string what, object body) =>
        visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/legal-clocks/{clock.Id}/{what}", body, ("If-Match", VersionTag.Of(clock.Version)));
}
