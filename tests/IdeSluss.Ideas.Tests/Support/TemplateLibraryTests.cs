using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Features.Ideas.Templates;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Support;

/// <summary>Templates outside a case: empty, as examples, filled in, and used on an idea.</summary>
public sealed class TemplateLibraryTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_template_has_a_complete_example_and_both_are_documents_that_can_be_read_aloud()
    {
        using var anyone = host.Visitor();
        var (templates, examples) = await host.InScopeAsync(services => Task.FromResult((services.GetRequiredService<FormTemplates>().All(), services.GetRequiredService<TemplateExamples>())));
        foreach (var template in templates)
        {
            var example = examples.Of(template.Form.Key);
            Assert.True(example is not null && example.Evaluation.Findings.Count == 0, $"{template.Form.Key}: {string.Join("; ", example?.Evaluation.Findings.Select(finding => $"{finding.Error.Field} {finding.Error.Message.Key}") ?? ["no example"])}");
        }

        // One of each kind of form is enough: choices, rows, a decision table, and a text put together from others.
        foreach (var key in new[] { FormKeys.ConversationGuide, FormKeys.StakeholderMap, FormKeys.Screening, FormKeys.DecisionBasis })
        {
            var title = templates.Single(one => one.Form.Key == key).Form.Title;
            var empty = await PdfAsync(await anyone.Http.GetAsync($"/api/v1/ideas/forms/{key}/pdf", Cancel));
            empty.AssertAccessible(title);
            Assert.All(templates.Single(one => one.Form.Key == key).Form.Fields.Take(5), field => Assert.Contains(field.Label, empty.Text, StringComparison.Ordinal));
            var filled = await PdfAsync(await anyone.Http.GetAsync($"/api/v1/ideas/forms/{key}/example/pdf", Cancel));
            filled.AssertAccessible($"Exempel: {title}");
            Assert.True((await anyone.GetAsync($"/chefsstod/{key}/exempel")).Says("Ett påhittat exempel:"), key);
        }

        Assert.Equal(404, (await anyone.GetAsync("/chefsstod/finns-inte/exempel")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.ApiAsync(HttpMethod.Get, "/api/v1/ideas/forms/finns-inte/pdf")).StatusCode);
    }

    [Fact]
    public async Task What_is_written_outside_a_case_comes_back_as_pdf_or_file_and_is_kept_nowhere()
    {
        using var anyone = host.Visitor();
        var rows = await host.Database.QueryAsync<long>("select count(*) from ideas.evidence");
        var page = await anyone.GetAsync($"/chefsstod/{FormKeys.Focus}");
        (string, string)[] typed = [("Mall.fokus", "Hur kan vi göra kön kortare för den som väntar?")];

        var pdf = await PostAsync(anyone, page, typed, "pdf");
        Assert.Contains("Hur kan vi göra kön kortare för den som väntar?", TaggedPdf.Read(pdf).Text, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await PostAsync(anyone, page, typed, "json")).RootElement;
        Assert.Equal("Hur kan vi göra kön kortare för den som väntar?", json.GetProperty("fokus").GetString());
        var posted = await PdfAsync(await anyone.Http.PostAsJsonAsync($"/api/v1/ideas/forms/{FormKeys.Focus}/pdf", new { fokus = "Hur kan vi göra kön kortare?" }, Cancel));
        Assert.Contains("Hur kan vi göra kön kortare?", posted.Text, StringComparison.Ordinal);

        Assert.Equal(rows, await host.Database.QueryAsync<long>("select count(*) from ideas.evidence"));
    }

    [Fact]
    public async Task A_template_begins_the_form_of_an_idea_that_needs_it_and_never_writes_over_what_is_there()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        var small = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var page = await manager.GetAsync($"/chefsstod/{FormKeys.Focus}");
        Assert.True(page.Says(number), page.Text);
        Assert.False(page.Says(small), "track Liten does not ask for it");

        var used = await manager.SubmitAsync(page, [("Mall.fokus", "Hur kan vi göra väntan kortare för den som åker?"), ("Number", number)], "Spara som utkast i idén");

        Assert.True(used.Says("Sparat") && used.Says("Hur kan vi göra väntan kortare för den som åker?"), used.Text);
        var again = await manager.SubmitAsync(page, [("Mall.fokus", "Något annat"), ("Number", number)], "Spara som utkast i idén");
        Assert.Equal(409, again.StatusCode);
        Assert.True(again.Says("finns redan svar på det här formuläret") && again.Says("Något annat"), again.Text);
        Assert.False((await manager.GetAsync($"/chefsstod/{FormKeys.Focus}")).Says(number), "it is begun");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.False((await resident.GetAsync($"/chefsstod/{FormKeys.Focus}")).Says("Använd på en idé"));
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/forms/{FormKeys.Focus}/cases")).StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_gone_while_drafts_exist_is_named_with_what_was_answered()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.ReadAsync(number, async (db, idea) =>
        {
            db.Evidence.Add(new EvidenceAnswer { Id = Guid.CreateVersion7(), IdeaId = idea.Id, Form = FormKeys.Focus, FormVersion = 1, Answers = """{ "fokus": "Hur kan vi göra kön kortare för den som väntar?", "borta": "Det som stod här" }""", Version = 1, SavedAt = host.Clock.GetUtcNow() });
            return await db.SaveChangesAsync(Cancel);
        });
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.Focus}");
        Assert.True(page.Says("De här frågorna ställs inte längre.") && page.Says("Det som stod här"), page.Text);

        // Sent by someone who does not know of it: refused, with the question's name, and nothing is lost.
        var refused = await manager.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Hur kan vi göra kön kortare för den som väntar?", "borta": "Det som stod här" }""", version: 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["borta"], await refused.ErrorFieldsAsync());

        // A page that was opened before the form changed.
        var saved = await manager.PostRawAsync($"/arbete/{number}/underlag/{FormKeys.Focus}", ("Evidence.fokus", "Hur kan vi göra kön kortare för den som väntar?"), ("Evidence.borta", "Skrivet medan formuläret ändrades"), ("Version", "1"), ("handling", "klar"), ("__RequestVerificationToken", TokenOf(page)));
        Assert.Equal(422, saved.StatusCode);
        Assert.True(saved.Says("Skrivet medan formuläret ändrades"), saved.Text);
        Assert.Contains("borta", await host.ReadAsync(number, (db, idea) => db.Evidence.Where(one => one.IdeaId == idea.Id).Select(one => one.Answers).SingleAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public void Removed_answers_are_told_whatever_their_kind()
    {
        var form = new FormDefinition("prov", 2, "Prov", "", [Field.Text("kvar", "Kvar")]) { ByReference = true };
        var removed = RemovedAnswers.Of(form, Answers.Parse("""{ "kvar": "a", "text": "b", "flera": ["c", "d"], "rader": [{ "x": "e", "y": "f" }], "tom": "", "hanvisning": "g" }"""));
        Assert.Equal([new("text", "b"), new("flera", "c; d"), new("rader", "e, f")], removed);
    }

    [Fact]
    public async Task A_form_of_a_case_is_a_document_within_ones_scope()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAsync(number, FormKeys.StakeholderMap);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var pdf = await PdfAsync(await manager.Http.GetAsync($"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.StakeholderMap}/pdf", Cancel));
        pdf.AssertAccessible("Aktörskarta");
        Assert.Contains("Gatukontoret", pdf.Of("TD"));
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.StakeholderMap}/pdf")).StatusCode);
    }

    private static async Task<TaggedPdf> PdfAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return TaggedPdf.Read(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    /// <summary>As a browser would send the page's form, for answers that are no page.</summary>
    private static async Task<byte[]> PostAsync(TestKit.Web.Visitor visitor, TestKit.Web.Page page, (string Name, string Value)[] typed, string handling)
    {
        var token = TokenOf(page);
        using var content = new FormUrlEncodedContent(typed.Append(("handling", handling)).Append(("__RequestVerificationToken", token)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        using var answer = await visitor.Http.PostAsync(page.Address, content, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static string TokenOf(TestKit.Web.Page page) => page.Forms.SelectMany(form => form.Fields).First(field => field.Name == "__RequestVerificationToken").Value;
}
