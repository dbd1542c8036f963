using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Templates;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

public class FillEvidenceTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private const string HighRisk = """{ "risker": [{ "handelse": "Någon snubblar", "orsak": "Mörker", "konsekvens": "1", "sannolikhet": "1" }, { "handelse": "Bänken välter", "orsak": "Löst fäste", "konsekvens": "4", "sannolikhet": "4" }] }""";

    [Fact]
    public async Task Every_form_is_filled_in_on_its_page_without_script()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        foreach (var form in DefaultWorkflowDefinition.Build().Gates.SelectMany(gate => gate.EvidenceIn(Tracks.Full)).Select(evidence => evidence.Form).Distinct())
        {
            var answers = await host.AnswersAsync(number, form);
            if (form == FormKeys.Sorting) await host.FillAsync(number, form);
            else Assert.EndsWith($"/att-besluta/{number}", (await manager.FillInAsync(number, form, answers)).Address);

            var stored = await host.ReadAsync(number, (db, idea) => db.Evidence.SingleAsync(one => one.IdeaId == idea.Id && one.Form == form));
            Assert.True(stored.Complete, form);
            if (form != FormKeys.Sorting) Assert.Equal(PostedAnswers.Of(answers, "").Order(), PostedAnswers.Of(Answers.Parse(stored.Answers), "").Order());
        }
    }

    [Fact]
    public async Task What_another_form_has_answered_is_shown_with_the_way_there_and_never_asked_again()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        await host.FillAsync(number, FormKeys.Focus, FormKeys.Baseline, FormKeys.Screening);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.TestPlan}");
        Assert.True(page.Says("Hur kan vi göra väntan lättare för dem som inte orkar stå?") && page.Says("Stående"), page.Text);
        Assert.Contains($"/arbete/{number}/underlag/{FormKeys.Focus}", page.Links);
        Assert.Contains($"/arbete/{number}/underlag/{FormKeys.Baseline}", page.Links);
        Assert.DoesNotContain(page.Forms.SelectMany(form => form.Names), name => name is "Evidence.fokus" or "Evidence.kriterier.0.varde");

        var put = await manager.PutEvidenceAsync(number, FormKeys.TestPlan, """{ "fokus": "Något annat" }""", complete: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, put.StatusCode);
        Assert.Equal(["fokus"], await put.ErrorFieldsAsync());

        var json = await manager.JsonAsync($"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.TestPlan}");
        Assert.Equal("Hur kan vi göra väntan lättare för dem som inte orkar stå?", json.GetProperty("content").GetProperty("resolved").GetProperty("fokus").GetString());
        Assert.False(json.GetProperty("content").GetProperty("answers").TryGetProperty("fokus", out _));
    }

    [Fact]
    public async Task The_gate_names_the_row_and_the_approval_that_are_missing()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        await host.FillAllAsync(number, Gates.Test);
        await host.AdvisedAsync(number);
        await host.ReceivedByAsync(number, Personas.NeedOwner);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));

        Assert.Equal(HttpStatusCode.NoContent, (await head.PutEvidenceAsync(number, FormKeys.RiskAnalysis, HighRisk, version: 1, complete: false)).StatusCode);
        var screening = (await host.AnswersAsync(number, FormKeys.Screening)).Json;
        foreach (var approval in new[] { "dpia-datum", "dpia-dnr", "dpia-rad", "dpia-restrisk", "imy-datum", "imy-dnr" }) screening.Remove(approval);
        (screening["personuppgifter"], screening["dpia-kriterier"]) = ("ja", new System.Text.Json.Nodes.JsonArray("utsatta", "kansliga"));
        Assert.Equal(HttpStatusCode.NoContent, (await head.PutEvidenceAsync(number, FormKeys.Screening, screening.ToJsonString(), version: 1)).StatusCode);

        var missing = await head.MissingForAsync(number, "ADVANCE");
        Assert.Contains("Riskanalys: rad 2 har risktal 16. Skriv en åtgärd som sänker det.", missing);
        Assert.Contains("Screening: DPIA krävs. Skriv in datum för godkänd DPIA.", missing);
        var page = await head.GetAsync($"/arbete/{number}/underlag/{FormKeys.Screening}");
        Assert.True(page.Says("Det här återstår") && page.Says("Minst två av kriterierna stämmer."), page.Text);
    }

    [Theory]
    [InlineData("relevans", "steg 1 av 5, relevans")]
    [InlineData("statistik", "steg 2 av 5, statistik")]
    [InlineData("analys", "steg 3 av 5, analys")]
    [InlineData("mal", "steg 4 av 5, mål")]
    [InlineData("uppfoljning", "steg 5 av 5, åtgärder och uppföljning")]
    public async Task A_no_in_the_equality_check_returns_the_case_and_says_which_step(string step, string says)
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        await host.FillAllAsync(number, Gates.Implement);
        await host.AnswerAsync(number, FormKeys.ImplementationPlan, "principiell", "\"nej\"");
        await host.AdvisedAsync(number);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.Equal(HttpStatusCode.NoContent, (await head.PutEvidenceAsync(number, FormKeys.EqualityCheck, Equality(step), version: 1)).StatusCode);

        var refused = await head.DecideAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Ja.", impartial = true });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(says, System.Text.Json.JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateArray().Single().GetProperty("message").GetString());
        var page = await head.PostFormAsync($"/att-besluta/{number}", [("Input.Outcome", "APPROVE"), ("Input.Reason", "Ja."), ("Input.Impartial", "true")], "Besluta");
        Assert.True(page.StatusCode == 409 && page.Says(says), page.Text);

        await head.DecidedAsync(number, new { gate = Gates.Implement, outcome = "RETURN", impartial = true });
        Assert.Contains(says, await host.ReadAsync(number, (db, idea) => db.Decisions.Where(decision => decision.IdeaId == idea.Id).Select(decision => decision.Reason).SingleAsync()));
        Assert.Contains(await host.ReadAsync(number, (db, idea) => db.Timeline.Where(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.EvidenceReturned).Select(line => line.Note!).ToListAsync()), note => note.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_with_one_sentence_answers_a_form_but_not_one_that_decides_something()
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        const string Reference = """{ "hanvisning": "TN 2026-000017", "hanvisning-mening": "Kalkylen ligger i diariet." }""";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.PutEvidenceAsync(number, FormKeys.Concept, """{ "hanvisning": "TN 2026-000017" }""")).StatusCode);
        await head.PostFormAsync($"/arbete/{number}/underlag/{FormKeys.Concept}", [("Evidence.hanvisning", "TN 2026-000017"), ("Evidence.hanvisning-mening", "Kortet ligger i diariet.")], "Klart");
        Assert.True((await head.JsonAsync($"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.Concept}")).GetProperty("content").GetProperty("cleared").GetBoolean());
        foreach (var form in new[] { FormKeys.Screening, FormKeys.RiskAnalysis, FormKeys.EqualityCheck })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.PutEvidenceAsync(number, form, Reference)).StatusCode);
    }

    [Theory]
    [InlineData("""{ "risker": "inga" }""")]
    [InlineData("""{ "risker": [1, null, {}] }""")]
    [InlineData("""{ "risker": [{ "handelse": { "a": 1 }, "konsekvens": [4], "sannolikhet": 99999999999999999999999999 }] }""")]
    [InlineData("""{ "okand": "x" }""")]
    [InlineData("""{ "hanvisning": "x", "hanvisning-mening": "y" }""")]
    [InlineData("""{ "risker": [], "risker": [] }""")]
    [InlineData("""{ "risker": [{ "handelse": "a", "handelse": "b" }] }""")]
    public async Task Answers_of_no_sense_are_refused_and_never_break_anything(string answers)
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.RiskAnalysis}?complete=true") { Content = new StringContent(answers, System.Text.Encoding.UTF8, "application/json") };

        Assert.InRange((int)(await head.Http.SendAsync(request)).StatusCode, 400, 422);
    }

    [Fact]
    public async Task Answers_to_an_earlier_version_stay_readable_beside_the_new_questions()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAsync(number, FormKeys.Baseline);
        await host.Database.ExecuteAsync($$"""
            update ideas.evidence set form_version = 1, answers = '{"matt": "Väntetid", "metod": "Klocka", "varde": "12", "enhet": "minuter", "datum": "2026-02-01", "kalla": "Egen mätning"}'
            where form = '{{FormKeys.Baseline}}' and idea_id = (select id from ideas.ideas where case_number = '{{number}}')
            """);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.Baseline}");
        Assert.True(page.Says("Svar på en tidigare version av formuläret") && page.Says("Väntetid"), page.Text);
        Assert.Contains("Nollmätning: formuläret har fått nya frågor. Öppna det och svara på dem.", await manager.MissingForAsync(number, "ADVANCE"));
    }

    [Fact]
    public async Task A_light_idea_needs_none_of_the_full_ways_forms()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        Assert.Equal(HttpStatusCode.Conflict, (await manager.PutEvidenceAsync(number, FormKeys.Screening, "{}", complete: false)).StatusCode);
        Assert.True((await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.Screening}")).Says("Behövs inte: spår Liten"));
    }

    [Fact]
    public async Task The_basis_for_a_decision_is_put_together_from_what_is_answered()
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        await host.FillAllAsync(number, Gates.Test);
        await host.FillAllAsync(number, Gates.Evaluate);
        await host.FillAllAsync(number, Gates.Implement);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);

        var answer = await head.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.DecisionBasis}/text");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        foreach (var said in new[] { "De som väntar behöver sitta.", "Hur kan vi göra väntan lättare för dem som inte orkar stå?" }) Assert.Contains(said, text);
        Assert.DoesNotContain("hemlige", text);
    }

    [Fact]
    public async Task What_the_equality_guides_find_on_a_case_stands_in_the_basis_of_its_decision()
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        await host.FillAsync(number, FormKeys.GenderRepresentation);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        var check = await head.GetAsync($"/arbete/{number}/underlag/{FormKeys.EqualityCheck}");
        foreach (var guide in EqualityGuides.All)
        {
            Assert.Contains($"/arbete/{number}/underlag/{guide.Key}", check.Links);
            await head.FillInAsync(number, guide.Key, GuideExamples.Of(guide.Key)!);
        }

        var text = await (await head.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.DecisionBasis}/text")).Content.ReadAsStringAsync();
        string[] found =
        [
            "Flickor slutar efter två gånger.", "Två ledare, en kvinna och en man", "Nio av elva sa det när vi frågade.", "Vi börjar med lagen och mäter igen i vår.", "Vi byter till bilder på flickor och äldre som bygger.", "Barnen är med själva och bygger.",
            (await host.AnswersAsync(number, FormKeys.GenderRepresentation)).Text("resurser")!,
        ];
        foreach (var said in found) Assert.Contains(said, text);
        Assert.Contains(EqualityGuides.All[0].Title, (await head.GetAsync($"/arbete/{number}/idekort")).Text);

        var small = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PutEvidenceAsync(small, FormKeys.EqualityMapping, "{}", complete: false)).StatusCode);
    }

    private static string Equality(string no)
    {
        var answers = new System.Text.Json.Nodes.JsonObject { ["relevans"] = no == "relevans" ? "nej" : "beror" };
        if (no != "relevans")
        {
            foreach (var step in new[] { "statistik", "analys", "mal", "uppfoljning" })
            {
                answers[step] = step == no ? "nej" : "ja";
                if (step != no) answers[step + "-svar"] = "Det har vi gjort och skrivit ner.";
            }
        }

        return answers.ToJsonString();
    }
}
