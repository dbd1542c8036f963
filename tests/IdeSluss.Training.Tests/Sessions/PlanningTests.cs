using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Training.Tests.Sessions;

public class PlanningTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_planned_session_is_a_draft_until_it_is_opened_and_then_shows_when_where_and_how_accessible()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var page = await coach.PostFormAsync("/arbete/utbildning/kurser/JAM-101/tillfallen/nytt",
            [
                ("Input.Parts[1].Day", host.Day(31)), ("Input.Parts[1].From", "13:00"), ("Input.Parts[1].To", "15.30"), ("Input.Parts[0].Day", host.Day(30)), ("Input.Parts[0].From", "9.00"), ("Input.Parts[0].To", "12.00"),
                ("Input.Place", "Salen, Exempelgatan 1"), ("Input.OnlineAddress", "https://mote.exempel.se/hemligt"), ("Input.Interpreter", "true"), ("Input.Seats", "8"), ("Input.LeastSeats", "3"),
            ]);
        Assert.True(page.Says("Tillfället är sparat som utkast"), page.Text);
        var id = page.Address.Split('/')[^1].Split('?')[0];
        Assert.Equal(404, (await anyone.GetAsync($"/utbildning/tillfalle/{id}")).StatusCode);
        Assert.True((await coach.SubmitAsync(page, new { }, "Öppna anmälan")).Says("Anmälan är öppen"));

        var shown = await anyone.GetAsync($"/utbildning/tillfalle/{id}");
        foreach (var said in new[] { "Salen, Exempelgatan 1", "onsdag 31 mars 2027 kl. 09.00–12.00", "13.00–15.30", "Tolk är beställd", "8 lediga av 8", "Länken får du när du har en plats" }) Assert.True(shown.Says(said), $"{said}: {shown.Text}");
        Assert.DoesNotContain("hemligt", shown.Html, StringComparison.Ordinal);
        var calendar = await anyone.Http.GetStringAsync($"{Planning.Training}/sessions/{id}.ics");
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length - 1);
        // Swedish summer time has begun: nine o'clock is seven in UTC.
        Assert.Contains("DTSTART:20270331T070000Z", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", calendar, StringComparison.Ordinal);
        Assert.True((await anyone.GetAsync("/utbildning/JAM-101")).Says("Öppet för anmälan"));

        using var person = await host.LogInAsAsync(Personas.Resident);
        var (_, token) = await person.EnrolledAsync(id);
        Assert.Contains("https://mote.exempel.se/hemligt", (await person.GetAsync($"/utbildning/anmalan/{token}")).Html, StringComparison.Ordinal);
        // Whoever has a seat is told when it moves.
        var moved = await coach.PostFormAsync($"/arbete/utbildning/tillfallen/{id}/andra", new { Place = "Lilla salen" });
        Assert.True(moved.Says("Tillfället är sparat") && moved.Says("Lilla salen"), moved.Text);
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Resident), "Tid eller plats är ändrad");
        Assert.Equal(422, (await coach.PostFormAsync($"/arbete/utbildning/tillfallen/{id}/andra", new { Seats = 0 })).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_in_a_plan_is_said_at_its_field()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        const string address = "/arbete/utbildning/kurser/TIL-101/tillfallen/nytt";
        var page = await coach.PostFormAsync(address, [("Input.Parts[0].Day", host.Day(30)), ("Input.Parts[0].From", "25.00"), ("Input.Parts[0].To", "12.00"), ("Input.Place", ""), ("Input.Seats", "0"), ("Input.OnlineAddress", "http://oskyddat.exempel.se")]);
        Assert.Equal(422, page.StatusCode);
        foreach (var said in new[] { "Från: skriv en tid som finns", "Platser: skriv ett tal mellan 1 och 1", "Länk: adressen måste börja med https" }) Assert.True(page.Says(said), $"{said}: {page.Text}");
        // The clock jumps from two to three that night.
        Assert.True((await coach.PostFormAsync(address, [("Input.Parts[0].Day", "2027-03-28"), ("Input.Parts[0].From", "02.30"), ("Input.Parts[0].To", "04.00"), ("Input.Place", "Salen")])).Says("Från: skriv en tid som finns"));
        Assert.True((await coach.PostFormAsync(address, [("Input.Place", "Salen")])).Says("Dag: skriv minst en dag med tider"));
        Assert.True((await coach.PostFormAsync(address, [("Input.Parts[0].Day", host.Day(-3)), ("Input.Parts[0].From", "09.00"), ("Input.Parts[0].To", "12.00"), ("Input.Place", "Salen"), ("Input.EnrolFrom", host.Day(-10))])).Says("den har redan varit"));
        Assert.True((await coach.PostFormAsync(address, [("Input.Parts[0].Day", host.Day(30)), ("Input.Parts[0].From", "09.00"), ("Input.Parts[0].To", "12.00"), ("Input.Parts[1].Day", host.Day(30)), ("Input.Parts[1].From", "11.00"), ("Input.Parts[1].To", "13.00"), ("Input.Place", "Salen")])).Says("två delar kan inte vara samtidigt"));
        Assert.True((await coach.PostFormAsync(address, [("Input.Parts[0].Day", host.Day(30)), ("Input.Parts[0].From", "09.00"), ("Input.Parts[0].To", "12.00"), ("Input.Place", "Salen"), ("Input.Seats", "5"), ("Input.Reserved[Manager]", "6")])).Says("tillsammans kan de inte vara fler"));
    }

    [Fact]
    public async Task A_part_stays_when_attendance_is_noted_for_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var person = await host.LogInAsAsync(Personas.Archivist);
        var saved = await coach.PostFormAsync("/arbete/utbildning/kurser/JAM-101/tillfallen/nytt",
            [
                ("Input.Parts[0].Day", host.Day(50)), ("Input.Parts[0].From", "9.00"), ("Input.Parts[0].To", "12.00"), ("Input.Parts[1].Day", host.Day(51)), ("Input.Parts[1].From", "9.00"), ("Input.Parts[1].To", "12.00"),
                ("Input.Place", "Salen"), ("Input.Seats", "8"),
            ]);
        var id = saved.Address.Split('/')[^1].Split('?')[0];
        await coach.SubmitAsync(saved, new { }, "Öppna anmälan");
        await person.EnrolledAsync(id);
        await host.Database.ExecuteAsync($"insert into training.attendance (enrolment_id, part_id, minutes, method, at, by_id) select e.id, p.id, 180, 'List', now(), e.id from training.enrolment e, training.session_part p where e.session_id = '{id}' and p.session_id = '{id}' and p.number = 2");
        var refused = await coach.PostFormAsync($"/arbete/utbildning/tillfallen/{id}/andra", [("Input.Parts[1].Day", ""), ("Input.Parts[1].From", ""), ("Input.Parts[1].To", "")]);
        Assert.True(refused.StatusCode == 422 && refused.Says("en del där närvaro är antecknad går inte att ta bort"), refused.Text);
    }

    [Fact]
    public async Task One_enrols_only_while_enrolment_is_open()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var person = await host.LogInAsAsync(Personas.Employee);
        var draft = await host.PlannedAsync(coach, "NYT-101", seats: 5, open: false);
        Assert.Equal(404, (await person.EnrolAsync(draft)).Status);
        var session = await host.PlannedAsync(coach, "NYT-101", seats: 5, inDays: 20);
        await host.Database.ExecuteAsync($"update training.session set enrol_from = '{host.Day(2)}' where id = '{session}'");
        Assert.Contains("Anmälan öppnar", (await person.EnrolAsync(session)).Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        await host.Database.ExecuteAsync($"update training.session set enrol_from = '{host.Day(-5)}', enrol_until = '{host.Day(-1)}' where id = '{session}'");
        Assert.Contains("Sista anmälningsdagen har varit", (await person.EnrolAsync(session)).Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(404, (await person.JsonAsync(HttpMethod.Get, $"{Planning.Training}/enrolments/okand")).Status);
        using var anyone = host.Visitor();
        Assert.Equal(401, (await anyone.EnrolAsync(session)).Status);
    }
}
