using System.Globalization;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>A manager, a coach and a politician learn what they need: on the page, from the question to what it opens.</summary>
public sealed class TrainingTests(Chromium chromium, PiteaInAHurry pitea) : IClassFixture<PiteaInAHurry>
{
    [Fact]
    public async Task A_manager_sends_a_group_on_a_course_and_says_yes_to_one_who_asks()
    {
        var session = await PlannedAsync("COA-101", 20);
        await using var staff = await Person.LogInAsync(chromium, pitea, Personas.Employee);
        await staff.GoAsync($"/utbildning/tillfalle/{session}");
        await staff.FollowAsync("Anmäl dig");
        await staff.SeesAsync("Idécoach grund");
        var unit = await pitea.Database.QueryAsync<string>("select u.code from people.org_unit u join people.role_assignment a on a.unit_id = u.id join people.person p on p.id = a.person_id where p.email = $1 limit 1", Personas.AddressOf(Personas.NeedOwner));
        await pitea.Database.ExecuteAsync($"update training.learner set unit_id = (select id from people.org_unit where code = '{unit}'), authority_id = (select authority_id from people.org_unit where code = '{unit}') where email in ('{Personas.AddressOf(Personas.Employee)}', 'asta@exempel.se', 'bo@exempel.se')");
        await staff.GoAsync($"/utbildning/tillfalle/{session}/anmalan");
        await staff.PressAsync("Anmäl dig");
        await staff.SeesAsync("Väntar på chefen");

        await using var manager = await Person.LogInAsync(chromium, pitea, Personas.NeedOwner);
        await manager.GoAsync("/min-enhet");
        await manager.FollowAsync("En väntar på ditt svar om en kurs");
        await manager.PressAsync("Godkänn");
        await manager.SeesAsync("Medarbetaren har fått en plats");
        await manager.GoAsync($"/utbildning/tillfalle/{session}");
        await manager.FollowAsync("Anmäl en grupp");
        await manager.FillAsync("E-postadresser", "asta@exempel.se\nbo@exempel.se");
        await manager.PressAsync("Anmäl");
        await manager.SeesAsync("2 har fått plats");
        await staff.GoAsync("/mina-utbildningar");
        await staff.SeesAsync("Idécoach grund");
        Assert.Empty(staff.Trouble.Concat(manager.Trouble));
    }

    [Fact]
    public async Task A_coach_who_may_not_decide_yet_takes_the_course_gets_the_certificate_and_may()
    {
        var number = await MadeCases.HandInAsync(pitea, "Låna ut snöskor på biblioteket.");
        using (var administrator = await pitea.LogInAsAsync(Personas.Administrator)) Assert.True((await administrator.PostFormAsync("/admin/utbildning/krav/ideas.gate.G1_TRIAGE", [("Courses", "SPR-101")])).Says("SPR-101"));
        try
        {
            await using var coach = await Person.LogInAsync(chromium, pitea, Personas.SecondCoach);
            await coach.GoAsync($"/arbete/{number}/sortera");
            await coach.SeesAsync("Du behöver ha gått Innovationssprint (SPR-101).");
            await coach.FollowAsync("Du behöver ha gått Innovationssprint");
            await coach.IsAtAsync("/utbildning/SPR-101");
            var session = await PlannedAsync("SPR-101", 8);
            await coach.GoAsync($"/utbildning/tillfalle/{session}/anmalan");
            await coach.PressAsync("Anmäl dig");
            await coach.SeesAsync("Har plats");

            // The course has been.
            await pitea.Database.ExecuteAsync($"update training.session set starts_at = now() - interval '4 hours', ends_at = now() - interval '1 hour' where id = '{session}'; update training.session_part set starts_at = now() - interval '4 hours', ends_at = now() - interval '1 hour' where session_id = '{session}'");
            await using var teacher = await Person.LogInAsync(chromium, pitea, Personas.Coach);
            await teacher.GoAsync($"/arbete/utbildning/tillfallen/{session}/narvaro");
            await teacher.TickAsync("Klas Slussqvist var med på del 1");
            await teacher.PressAsync("Spara och ge intyg");
            await teacher.SeesAsync("1 nya intyg är klara");

            await coach.GoAsync("/mina-utbildningar");
            await coach.SeesAsync("Intyget är giltigt");
            var paper = await coach.Page.APIRequest.GetAsync(new Uri(pitea.Address, await coach.Main.Locator("a[href$='.pdf']").First.GetAttributeAsync("href")).AbsoluteUri);
            TaggedPdf.Read(await paper.BodyAsync()).AssertAccessible("Intyg");
            await coach.GoAsync($"/arbete/{number}/sortera");
            Assert.DoesNotContain("SPR-101", await coach.ReadAsync(), StringComparison.Ordinal);
            await coach.TickValueAsync("Input.Outcome", "RETURN_FOR_INFO");
            await coach.FillAsync("Vad behöver du veta?", "Hur många brukar vilja låna samtidigt?");
            await coach.FillAsync("Skäl", "Vi behöver veta lite mer.");
            await coach.TickAsync("Inget gör mig partisk i det här ärendet");
            await coach.PressAsync("Besluta");
            await coach.IsAtAsync("/arbete");
            Assert.Empty(coach.Trouble.Concat(teacher.Trouble));
        }
        finally
        {
            using var administrator = await pitea.LogInAsAsync(Personas.Administrator);
            await administrator.PostFormAsync("/admin/utbildning/krav/ideas.gate.G1_TRIAGE", []);
        }
    }

    [Fact]
    public async Task An_elected_member_opens_the_committees_page_takes_a_course_for_elected_members_and_sees_the_hours()
    {
        await using var member = await Person.LogInAsync(chromium, pitea, Personas.CommitteeMember);
        await member.GoAsync("/arbete");
        var committee = await member.Main.Locator("a[href^='/namnd/']").First.GetAttributeAsync("href");
        await member.GoAsync(committee!);
        await member.SeesAsync("Beslut");
        await member.GoAsync("/utbildning?for=fortroendevald");
        await member.SeesAsync("Krävs");
        await member.FollowAsync("Beslut under osäkerhet");
        await member.GoAsync("/utbildning/POL-201/lektion/1");
        await member.PressAsync("Jag har läst lektionen");
        await member.SeesAsync("Du har läst den här lektionen");
        await member.GoAsync("/mina-utbildningar");
        await member.SeesAsync("Lektionen är läst");
        await member.SeesAsync("Din utbildningstid i år: 3 timmar");
        await member.GoAsync("/arbete/utbildning/timmar");
        Assert.DoesNotContain("Timmar", await member.ReadAsync(), StringComparison.Ordinal);
        Assert.Empty(member.Trouble);
    }

    private async Task<string> PlannedAsync(string course, int inDays)
    {
        using var coach = await pitea.LogInAsAsync(Personas.Coach);
        var day = WorkingDays.Add(TimeProvider.System.GetUtcNow().StockholmDay().AddDays(inDays), 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await coach.PostFormAsync($"/arbete/utbildning/kurser/{course}/tillfallen/nytt", [("Input.Parts[0].Day", day), ("Input.Parts[0].From", "09.00"), ("Input.Parts[0].To", "12.00"), ("Input.Place", "Kurslokalen"), ("Input.Seats", "10")]);
        var opened = await coach.SubmitAsync(page, new { }, "Öppna anmälan");
        Assert.True(opened.Says("Anmälan är öppen"), opened.Text);
        return opened.Address.Split('/')[^1].Split('?')[0];
    }
}
