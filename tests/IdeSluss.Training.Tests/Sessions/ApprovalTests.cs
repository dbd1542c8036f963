using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Training.Tests.Sessions;

public class ApprovalTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_course_that_a_manager_approves_gives_a_seat_when_the_manager_says_yes_and_nobody_answers_for_themselves()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        using var staff = await host.LogInAsAsync(Personas.Resident);
        var session = await host.PlannedAsync(coach, "COA-101", seats: 3);
        var unit = await host.Database.QueryAsync<string>("select u.code from people.org_unit u join people.role_assignment a on a.unit_id = u.id join people.person p on p.id = a.person_id where p.email = $1 limit 1", Personas.AddressOf(Personas.NeedOwner));

        Assert.Equal(422, (await staff.EnrolAsync(session)).Status);
        var asked = await staff.PostFormAsync($"/utbildning/tillfalle/{session}/anmalan", new { Unit = unit });
        Assert.True(asked.Says("Väntar på chefen"), asked.Text);
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.NeedOwner), "En medarbetare vill gå en kurs");
        // Asked where one works once only.
        Assert.False((await staff.GetAsync($"/utbildning/tillfalle/{session}/anmalan")).Says("Var arbetar du?"));

        Assert.Empty((await other.JsonAsync(HttpMethod.Get, $"{Planning.Training}/approvals")).Body.EnumerateArray());
        var list = await owner.GetAsync("/arbete/utbildning/godkann");
        Assert.True(list.Says("Inga Invånarsdotter") && list.Says("Idécoach grund"), list.Text);
        var id = (await owner.JsonAsync(HttpMethod.Get, $"{Planning.Training}/approvals")).Body[0].GetProperty("id").GetString();
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Post, $"{Planning.Training}/approvals/{id}", new { yes = true })).Status);
        Assert.Equal(403, (await staff.JsonAsync(HttpMethod.Post, $"{Planning.Training}/approvals/{id}", new { yes = true })).Status);
        Assert.True((await owner.SubmitAsync(list, new { }, "Godkänn")).Says("Medarbetaren har fått en plats"));
        Assert.Equal(409, (await owner.JsonAsync(HttpMethod.Post, $"{Planning.Training}/approvals/{id}", new { yes = true })).Status);

        // The manager is asked about by the next above, not by themselves.
        Assert.Equal("Requested", (await owner.EnrolledAsync(session, new { unit })).State);
        Assert.Empty((await owner.JsonAsync(HttpMethod.Get, $"{Planning.Training}/approvals")).Body.EnumerateArray());
        using var chief = await host.LogInAsAsync(Personas.ChiefExecutive);
        Assert.Single((await chief.JsonAsync(HttpMethod.Get, $"{Planning.Training}/approvals")).Body.EnumerateArray());
    }

    [Fact]
    public async Task A_manager_enrols_several_at_once_and_is_told_about_those_who_could_not_be()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var chief = await host.LogInAsAsync(Personas.ChiefExecutive);
        var session = await host.PlannedAsync(coach, "CHE-101", seats: 3, inDays: 50);
        var unknown = await chief.PostFormAsync($"/arbete/utbildning/tillfallen/{session}/grupp", new { Addresses = "finns-ej@prov.example\nskräp" });
        Assert.True(unknown.StatusCode == 422 && unknown.Says("Ingen har adressen finns-ej@prov.example") && unknown.Says("skräp är ingen e-postadress"), unknown.Text);
        Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from training.enrolment where session_id = '{session}'"));

        var people = (await chief.JsonAsync(HttpMethod.Get, $"{Planning.Training}/people")).Body.EnumerateArray().Where(one => one.GetProperty("name").GetString()!.EndsWith("berg", StringComparison.Ordinal) || one.GetProperty("name").GetString()!.StartsWith("Asta", StringComparison.Ordinal)).Select(one => one.GetProperty("id").GetString()).ToArray();
        var done = await chief.PostFormAsync($"/arbete/utbildning/tillfallen/{session}/grupp", people.Select(id => ("Input.People", id!)).Append(("Input.Addresses", Personas.AddressOf(Personas.Coach) + "\n" + Personas.AddressOf(Personas.SecondCoach))));
        Assert.True(done.Says("3 har fått plats. 1 står i kö.") && !done.Says("väntar på svar av sin chef"), done.Text);
        var again = await chief.PostFormAsync($"/arbete/utbildning/tillfallen/{session}/grupp", new { Addresses = Personas.AddressOf(Personas.Coach) });
        Assert.True(again.Says("Redan anmäld till det här tillfället"), again.Text);
        using var staff = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(403, (await staff.JsonAsync(HttpMethod.Post, $"{Planning.Training}/sessions/{session}/group", new { addresses = "x@prov.example" })).Status);
        await host.Database.ExecuteAsync("update training.course set state = 'Retired' where code = 'CHE-101'");
        var late = await chief.JsonAsync(HttpMethod.Post, $"{Planning.Training}/sessions/{session}/group", new { addresses = Personas.AddressOf(Personas.Archivist) });
        await host.Database.ExecuteAsync("update training.course set state = 'Published' where code = 'CHE-101'");
        Assert.Equal(404, late.Status);
    }
}
