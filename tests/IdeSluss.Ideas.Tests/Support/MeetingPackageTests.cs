using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Ideas.Tests.Support;

/// <summary>What elected members read: the nämnd's page, and the documents of a meeting.</summary>
public sealed class MeetingPackageTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_documents_of_a_meeting_follow_the_agenda_with_every_heading_and_the_decision_closes_the_gate()
    {
        var first = await ReadyAsync("Bänkar i parken");
        var second = await ReadyAsync("Lugnare lunch");
        var thin = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full, idea => idea.PublicTitle = "Utan underlag");
        var code = await CommitteeAsync();
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);

        var page = await member.GetAsync($"/namnd/{code}");
        Assert.True(page.Says("I slussen hos nämnden") && page.Says("Jämställdhet") && page.Says("Tillgänglighet"), page.Text);
        var chosen = await member.GetAsync($"/namnd/{code}/handlingar?plats.{first}=2&plats.{second}=1&plats.{thin}=3");
        Assert.Equal($"/namnd/{code}/handlingar?arende={second}&arende={first}&arende={thin}", chosen.Address);
        Assert.True(chosen.Text.IndexOf("1. Lugnare lunch", StringComparison.Ordinal) < chosen.Text.IndexOf("2. Bänkar i parken", StringComparison.Ordinal), chosen.Text);

        var answer = await member.Http.GetAsync($"/api/v1/ideas/committees/{code}/package/pdf?case={second}&case={first}&case={thin}", Cancel);
        var pdf = TaggedPdf.Read(await answer.Content.ReadAsByteArrayAsync(Cancel));
        pdf.AssertAccessible($"Handlingar till {await host.Database.QueryAsync<string>($"select name from people.authority where code = '{code.ToUpperInvariant()}'")}");
        Assert.Equal(["1. Lugnare lunch", "2. Bänkar i parken", "3. Utan underlag"], pdf.Of("H2"));
        string[] headings = ["Förslag till beslut", "Ärendet i korthet", "Bakgrund", "Bedömning", "Ekonomi", "Jämställdhet", "Barn och nationella minoriteter", "Tillgänglighet", "Samråd"];
        Assert.Equal(headings, pdf.Of("H3").Take(headings.Length));
        Assert.Equal(headings, pdf.Of("H3").Skip(pdf.Of("H3").Count - 12).Take(headings.Length));
        Assert.Contains("Inget är skrivet än.", pdf.Of("P"));
        Assert.DoesNotContain("Testvittne", pdf.Text, StringComparison.Ordinal);

        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        await secretary.DecidedAsync(first, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Bra.", impartial = true, committeeParagraph = "§ 12", meetingDay = "2026-03-02" });
        Assert.Equal(Stages.Implementation, (await host.IdeaAsync(first)).Stage);
        var gone = await member.GetAsync($"/namnd/{code}/handlingar?arende={first}");
        Assert.Equal(422, gone.StatusCode);
        Assert.True(gone.Says($"{first} väntar inte på nämndens beslut."), gone.Text);
    }

    [Fact]
    public async Task What_was_decided_says_where_it_led()
    {
        var number = await ReadyAsync("Det som blev av");
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        await secretary.DecidedAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Bra.", impartial = true, committeeParagraph = "§ 13", meetingDay = "2026-03-02" });
        await host.FillAsync(number, FormKeys.FollowUpSixMonths);
        await host.ReadAsync(number, async (db, idea) =>
        {
            (idea.Stage, idea.Status, idea.CloseReason, idea.ClosedAt, idea.HeldUntil) = (Stages.Closed, IdeaStatus.Closed, CloseReasons.Implemented, host.Clock.GetUtcNow(), null);
            foreach (var decision in db.Decisions.Where(one => one.IdeaId == idea.Id)) db.Entry(decision).Property(one => one.EffectiveAt).CurrentValue = host.Clock.GetUtcNow().AddMinutes(-1);
            return await db.SaveChangesAsync(Cancel);
        });
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);

        var view = await (await member.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/committees/{await CommitteeAsync()}")).Content.ReadFromJsonAsync<JsonElement>(Cancel);

        var decided = view.GetProperty("decided").EnumerateArray().Single(one => one.GetProperty("caseNumber").GetString() == number);
        Assert.Equal("Genomförd", decided.GetProperty("led").GetString());
        Assert.Contains(decided.GetProperty("effect").EnumerateArray(), line => line.GetString()!.StartsWith("Nyttor som nått målet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Someone_elses_namnd_does_not_exist_and_an_empty_choice_is_asked_for()
    {
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        Assert.Equal(404, (await member.GetAsync("/namnd/finns-inte/handlingar")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/committees/{await CommitteeAsync()}/package")).StatusCode);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/committees/{await CommitteeAsync()}/package/pdf?case=x")).StatusCode);
    }

    private async Task<string> ReadyAsync(string title)
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full, idea => idea.PublicTitle = title);
        await host.FillAllAsync(number, Gates.Implement);
        await host.AdvisedAsync(number);
        await host.AnswerAsync(number, FormKeys.ImplementationPlan, "principiell", "\"ja\"");
        return number;
    }

    private async Task<string> CommitteeAsync()
    {
        var (authority, _) = await host.PlaceOfAsync(Personas.NeedOwner);
        return (await host.Database.QueryAsync<string>("select code from people.authority where id = $1", authority)).ToLowerInvariant();
    }
}
