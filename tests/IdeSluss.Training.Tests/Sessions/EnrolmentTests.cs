using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Training.Features.Training.Reminders;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.Sessions;

public class EnrolmentTests(StandingHost host) : IClassFixture<StandingHost>
{
    private const string Course = "SPR-101";

    /// <summary>U2.</summary>
    [Fact]
    public async Task Of_a_hundred_who_want_the_last_seat_one_gets_it_and_the_others_stand_in_line()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 1);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        await host.Database.ExecuteAsync("insert into training.learner (id, email, name, language, tracks, listed) select gen_random_uuid(), 'kapp' || n || '@prov.example', 'Kapp ' || n, 'sv', '{}', true from generate_series(1, 100) n on conflict do nothing");

        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => owner.JsonAsync(HttpMethod.Post, $"{Planning.Training}/sessions/{session}/group", new { addresses = $"kapp{number}@prov.example" })));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, answers.Sum(answer => answer.Body.GetProperty("seated").GetInt32()));
        Assert.Equal(99, answers.Sum(answer => answer.Body.GetProperty("inLine").GetInt32()));
        Assert.Equal(["Confirmed 1", "Waiting 99"], await host.Database.ListAsync<string>($"select state || ' ' || count(*) from training.enrolment where session_id = '{session}' group by state order by state"));
    }

    [Fact]
    public async Task Nobody_is_enrolled_twice_also_not_by_pressing_many_times_at_once()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 10, inDays: 41);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => resident.EnrolAsync(session)));
        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.Equal(19, answers.Count(answer => answer.Status == 409));
        Assert.Equal(1, await host.Database.QueryAsync<long>($"select count(*) from training.enrolment where session_id = '{session}'"));
    }

    [Fact]
    public async Task A_freed_seat_is_offered_to_the_first_in_line_at_once_and_to_the_next_when_the_offer_is_not_taken()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 1, inDays: 42);
        using var first = await host.LogInAsAsync(Personas.Resident);
        using var second = await host.LogInAsAsync(Personas.Employee);
        using var third = await host.LogInAsAsync(Personas.Registrar);
        var (_, firstToken) = await first.EnrolledAsync(session);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (state, secondToken) = await second.EnrolledAsync(session);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, thirdToken) = await third.EnrolledAsync(session);
        Assert.Equal("Waiting", state);
        Assert.True((await second.GetAsync($"/utbildning/anmalan/{secondToken}")).Says("Du har plats 1 i kön"));
        Assert.Equal(409, (await second.PressAsync(secondToken, "acceptance")).Status);

        Assert.True((await first.PostFormAsync($"/utbildning/anmalan/{firstToken}", new { }, "Avboka")).Says("Du är avbokad"));
        Assert.Equal(("Offered", "Waiting"), (await second.StateAsync(secondToken), await third.StateAsync(thirdToken)));
        await host.MessagesSettledAsync();
        Assert.Contains($"/utbildning/anmalan/{secondToken}", (await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Employee), "Det finns en plats åt dig")).TextBody, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromHours(49));
        await AdvanceAsync();
        await AdvanceAsync();
        Assert.Equal(("Expired", "Offered"), (await second.StateAsync(secondToken), await third.StateAsync(thirdToken)));
        Assert.Equal(409, (await second.PressAsync(secondToken, "acceptance")).Status);
        Assert.Equal(200, (await third.PressAsync(thirdToken, "acceptance")).Status);
        Assert.Equal("Confirmed", await third.StateAsync(thirdToken));
    }

    [Fact]
    public async Task Whose_role_requires_the_course_comes_first_in_line_and_reserved_seats_are_theirs_until_ten_days_before()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, "POL-101", seats: 2, inDays: 43, reserved: new { ElectedMember = 2 });
        using var resident = await host.LogInAsAsync(Personas.Resident);
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        Assert.Equal("Waiting", (await resident.EnrolledAsync(session)).State);
        Assert.Equal("Confirmed", (await member.EnrolledAsync(session)).State);
        Assert.True((await resident.GetAsync($"/utbildning/tillfalle/{session}")).Says("Reserverade platser Förtroendevald: 2"));

        await host.Database.ExecuteAsync($"update training.session set starts_at = starts_at - interval '33 days', ends_at = ends_at - interval '33 days' where id = '{session}'");
        await AdvanceAsync();
        Assert.Equal(["Confirmed", "Offered"], await host.Database.ListAsync<string>($"select state from training.enrolment where session_id = '{session}' order by state"));
    }

    [Fact]
    public async Task Nobody_can_be_in_two_sessions_at_once()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var morning = await host.PlannedAsync(coach, Course, seats: 5, inDays: 44, from: "09.00", to: "12.00");
        var overlapping = await host.PlannedAsync(coach, "UPP-101", seats: 5, inDays: 44, from: "11.00", to: "13.00");
        var after = await host.PlannedAsync(coach, "UPP-101", seats: 5, inDays: 44, from: "12.00", to: "14.00");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var (_, token) = await resident.EnrolledAsync(morning);
        var refused = await resident.PostFormAsync($"/utbildning/tillfalle/{overlapping}/anmalan", new { Food = "" });
        Assert.True(refused.StatusCode == 409 && refused.Says("Det krockar med Innovationssprint"), refused.Text);
        Assert.Equal("Confirmed", (await resident.EnrolledAsync(after)).State);
        Assert.Equal(200, (await resident.PressAsync(token, "cancellation")).Status);
        await resident.PressAsync((await resident.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/enrolments")).Body.EnumerateArray().First(one => one.GetProperty("code").GetString() == "UPP-101").GetProperty("token").GetString()!, "cancellation");
        Assert.Equal("Confirmed", (await resident.EnrolledAsync(overlapping)).State);
    }

    [Fact]
    public async Task Of_two_sessions_at_the_same_time_one_is_got_also_when_both_are_asked_for_at_the_same_moment()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        string[] sessions = [await host.PlannedAsync(coach, Course, seats: 50, inDays: 47), await host.PlannedAsync(coach, "UPP-101", seats: 50, inDays: 47)];
        await host.Database.ExecuteAsync("insert into training.learner (id, email, name, language, tracks, listed) select gen_random_uuid(), 'dubbel' || n || '@prov.example', 'Dubbel ' || n, 'sv', '{}', true from generate_series(1, 10) n on conflict do nothing");
        var group = new { addresses = string.Join('\n', Enumerable.Range(1, 10).Select(number => $"dubbel{number}@prov.example")) };
        var opposite = new { addresses = string.Join('\n', Enumerable.Range(1, 10).Reverse().Select(number => $"dubbel{number}@prov.example")) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => owner.JsonAsync(HttpMethod.Post, $"{Planning.Training}/sessions/{sessions[at % 2]}/group", at % 4 < 2 ? group : opposite)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(10, answers.Sum(answer => answer.Body.GetProperty("seated").GetInt32()));
        Assert.Equal(10, await host.Database.QueryAsync<long>("select count(*) from training.enrolment e join training.learner l on l.id = e.learner_id where l.email like 'dubbel%' and e.state = 'Confirmed'"));
    }

    [Fact]
    public async Task A_cancelled_session_tells_everyone_in_it_and_in_its_line_why_and_offers_nothing_more()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 1, inDays: 45);
        using var seated = await host.LogInAsAsync(Personas.Researcher);
        using var waiting = await host.LogInAsAsync(Personas.Archivist);
        var (_, seatToken) = await seated.EnrolledAsync(session);
        var (_, lineToken) = await waiting.EnrolledAsync(session);

        Assert.Equal(422, (await coach.PostFormAsync($"/arbete/utbildning/tillfallen/{session}", new { Reason = "" }, "Ställ in tillfället")).StatusCode);
        var cancelled = await coach.PostFormAsync($"/arbete/utbildning/tillfallen/{session}", new { Reason = "Läraren är sjuk." }, "Ställ in tillfället");
        Assert.True(cancelled.Says("de anmälda har fått veta det"), cancelled.Text);
        foreach (var (visitor, token, persona) in new[] { (seated, seatToken, Personas.Researcher), (waiting, lineToken, Personas.Archivist) })
        {
            Assert.Equal("Cancelled", await visitor.StateAsync(token));
            Assert.True((await visitor.GetAsync($"/utbildning/anmalan/{token}")).Says("Läraren är sjuk."));
            await host.MessagesSettledAsync();
            var mail = await host.Mails.ArrivedAsync(Personas.AddressOf(persona), "Inställt");
            Assert.DoesNotContain("sjuk", mail.TextBody, StringComparison.Ordinal);
        }

        await AdvanceAsync();
        Assert.Equal("Cancelled", await waiting.StateAsync(lineToken));
        using var late = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(409, (await late.EnrolAsync(session)).Status);
        var calendar = await late.Http.GetStringAsync($"{Planning.Training}/enrolments/{seatToken}.ics");
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_days_when_the_job_did_not_run_one_reminder_is_sent_and_not_three()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 5, inDays: 46);
        using var person = await host.LogInAsAsync(Personas.EqualityAdvisor);
        await person.EnrolledAsync(session);
        var address = Personas.AddressOf(Personas.EqualityAdvisor);
        await RemindAsync();
        Assert.Equal(0, await RemindersAsync(address));

        // Thirteen days before on the third day down, and then every day.
        host.Clock.Advance(TimeSpan.FromDays(33));
        for (var day = 0; day < 3; day++) await RemindAsync();
        Assert.Equal(1, await RemindersAsync(address));
        host.Clock.Advance(TimeSpan.FromDays(12));
        for (var day = 0; day < 3; day++) await RemindAsync();
        Assert.Equal(2, await RemindersAsync(address));
    }

    [Fact]
    public async Task Needs_lie_apart_are_seen_without_names_by_those_who_arrange_and_are_gone_thirty_days_after()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, Course, seats: 5, inDays: 60);
        using var person = await host.LogInAsAsync(Personas.AccessibilityAdvisor);
        Assert.Equal(422, (await person.EnrolAsync(session, new { food = new string('x', 501) })).Status);
        var (_, token) = await person.EnrolledAsync(session, new { food = "Vegan-kanarie", access = "Plats nära-kanarie" });
        Assert.True((await coach.GetAsync($"/arbete/utbildning/tillfallen/{session}")).Says("Vegan-kanarie"));
        Assert.False((await person.GetAsync($"/utbildning/anmalan/{token}")).Says("kanarie"));
        await host.MessagesSettledAsync();
        Assert.DoesNotContain(host.Mails.To(Personas.AddressOf(Personas.AccessibilityAdvisor)), mail => (mail.TextBody ?? "").Contains("kanarie", StringComparison.Ordinal));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from audit.entry where facts::text like '%kanarie%'"));

        await host.Database.ExecuteAsync($"update training.session set starts_at = now() - interval '31 days', ends_at = now() - interval '31 days' where id = '{session}'");
        host.Clock.SetUtcNow(DateTimeOffset.Parse("2030-01-01T08:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await RemindAsync();
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from training.enrolment_needs where food like '%kanarie%'"));
    }

    private Task AdvanceAsync() => host.InScopeAsync(services => services.GetRequiredService<AdvanceLines>().RunAsync(default));

    private Task RemindAsync() => host.InScopeAsync(services => services.GetRequiredService<RemindOfSessions>().RunAsync(default));

    private async Task<int> RemindersAsync(string address)
    {
        await host.MessagesSettledAsync();
        return host.Mails.To(address).Count(mail => mail.Subject!.Contains("Snart dags", StringComparison.Ordinal));
    }
}
