using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>What has been filled in, read in other places than where it was filled in: the card, paper, the public lesson, empty forms.</summary>
public class IdeaCardTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private const string Written = """{ "provade": "Vi satte en bänk vid en hållplats.", "gick": "Fler satt, men den blev blöt.", "larde": "Bänken behöver tak.", "annorlunda": "Sätta den i vindskyddet.", "inga-namn": "ja" }""";

    [Fact]
    public async Task The_card_says_first_what_is_missing_and_then_everything_that_is_known_once()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAsync(number, FormKeys.Focus, FormKeys.StakeholderMap);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.GetAsync($"/arbete/{number}/idekort");
        Assert.True(page.Says("Det här saknas nu") && page.Says("Behovskarta: fyll i."), page.Text);
        Assert.Contains($"/arbete/{number}/underlag/{FormKeys.NeedMap}", page.Links);
        Assert.DoesNotContain($"/arbete/{number}/underlag/{FormKeys.TestPlan}", page.Links);
        Assert.Equal(2, page.Html.Split("Hur kan vi göra väntan lättare för dem som inte orkar stå?").Length);
        Assert.DoesNotContain("hemlige", page.Html);

        var card = await manager.JsonAsync($"/api/v1/ideas/ideas/{number}/card");
        Assert.Equal("Sätt en bänk vid hållplatsen.", card.GetProperty("text").GetString());
        Assert.Contains(FormKeys.NeedMap, card.GetProperty("missing").EnumerateArray().Select(one => one.GetProperty("field").GetString()));
        var step = Assert.Single(card.GetProperty("steps").EnumerateArray());
        Assert.Equal(Gates.Need, step.GetProperty("gate").GetString());
        Assert.Equal([FormKeys.StakeholderMap, FormKeys.Focus], step.GetProperty("forms").EnumerateArray().Select(form => form.GetProperty("form").GetString()));
    }

    [Fact]
    public async Task A_card_whose_forms_are_complete_says_that_nothing_is_missing_and_shows_the_decisions()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        await host.FillAsync(number, FormKeys.SmallIdea);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.True((await manager.GetAsync($"/arbete/{number}/idekort")).Says("Inget saknas inför nästa beslut."));

        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "DO_IT", reason = "Bra och enkelt.", impartial = true });

        var page = await manager.GetAsync($"/arbete/{number}/idekort");
        Assert.True(page.Says("Ja, gör det") && page.Says("Bra och enkelt.") && page.Says("Klart att använda: fyll i."), page.Text);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Personas.Resident, HttpStatusCode.Forbidden)]
    [InlineData(Personas.OtherNeedOwner, HttpStatusCode.NotFound)]
    [InlineData(Personas.Coach, HttpStatusCode.OK)]
    [InlineData(Personas.NeedOwner, HttpStatusCode.OK)]
    [InlineData(Personas.DepartmentHead, HttpStatusCode.OK)]
    public async Task The_card_is_read_by_those_who_work_with_the_case(string? persona, HttpStatusCode expected)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);

        Assert.Equal(expected, (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/card")).StatusCode);
    }

    [Fact]
    public async Task A_screening_on_paper_says_what_follows_and_who_answered()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.True((await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.Screening}/skriv-ut")).Says("Inget är ifyllt än."));
        await manager.PutEvidenceAsync(number, FormKeys.Screening, """{ "manniskor": "ja", "hogskola": "nej", "publicera": "nej", "ny-kunskap": "nej" }""", complete: false);

        var page = await manager.GetAsync($"/arbete/{number}/underlag/{FormKeys.Screening}/skriv-ut");

        Assert.True(page.Says("Det är verksamhetsutveckling, inte forskning.") && page.Says("Inte klart") && page.Says("Vem svarade, och när"), page.Text);
        Assert.Empty(page.Forms.SelectMany(form => form.Names).Where(name => name.StartsWith("Evidence", StringComparison.Ordinal)));
        Assert.Equal("VERKSAMHETSUTVECKLING", (await manager.JsonAsync($"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.Screening}")).GetProperty("content").GetProperty("decisions").EnumerateArray()
            .Single(table => table.GetProperty("key").GetString() == "forskning").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_lesson_is_public_when_its_case_is_closed_and_the_sheet_complete()
    {
        var number = await host.CaseAsync(Stages.Test, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var anyone = host.Visitor();
        Assert.Equal(HttpStatusCode.NoContent, (await manager.PutEvidenceAsync(number, FormKeys.Lesson, Written)).StatusCode);
        Assert.Equal(404, (await anyone.GetAsync($"/ideer/{number}/lardom")).StatusCode);
        Assert.DoesNotContain($"/ideer/{number}/lardom", (await anyone.GetAsync($"/ideer/{number}")).Links);

        await host.FillAllAsync(number, Gates.Evaluate);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        await board.DecidedAsync(number, new { gate = Gates.Evaluate, outcome = "STOP", closeReason = CloseReasons.StoppedAfterTest, reason = "Bänken blev blöt.", impartial = true });
        Assert.Equal(404, (await anyone.GetAsync($"/ideer/{number}/lardom")).StatusCode);
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains($"/ideer/{number}/lardom", (await anyone.GetAsync($"/ideer/{number}")).Links);
        var page = await anyone.GetAsync($"/ideer/{number}/lardom");
        Assert.True(page.StatusCode == 200 && page.Says("Bänken behöver tak.") && page.Says("En bänk vid hållplatsen"), page.Text);
        Assert.DoesNotContain("hemlige", page.Html);
        Assert.Equal("Bänken behöver tak.", (await anyone.JsonAsync($"/api/v1/ideas/ideas/{number}/lesson")).GetProperty("answers").EnumerateArray().Single(answer => answer.GetProperty("key").GetString() == "larde").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("Ring 070-174 06 35 om du undrar.")]
    [InlineData("Skriv till vittne@example.se.")]
    [InlineData("Det gällde 19121212-1212.")]
    public async Task A_lesson_that_points_out_someone_is_refused(string text)
    {
        var number = await host.CaseAsync(Stages.Test, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var answer = await manager.PutEvidenceAsync(number, FormKeys.Lesson, Written.Replace("Bänken behöver tak.", text), complete: false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["larde"], await answer.ErrorFieldsAsync());
    }

    [Theory]
    [InlineData(Stages.Triage)]
    [InlineData(Stages.Benefit)]
    public async Task A_case_that_goes_on_has_no_lesson(string stage)
    {
        var number = await host.CaseAsync(stage, Tracks.Full);
        await host.FillAsync(number, FormKeys.Lesson);
        using var anyone = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/lesson")).StatusCode);
        Assert.Equal(404, (await anyone.GetAsync("/ideer/26T99999999/lardom")).StatusCode);
    }

    [Fact]
    public async Task Anyone_reads_every_form_empty_and_the_talk_is_kept_nowhere()
    {
        using var anyone = host.Visitor();
        var listed = await anyone.JsonAsync("/api/v1/ideas/forms");
        var keys = listed.EnumerateArray().Select(form => form.GetProperty("key").GetString()!).ToList();
        Assert.Contains(FormKeys.ConversationGuide, keys);
        Assert.DoesNotContain(FormKeys.Case, keys);

        foreach (var key in keys)
        {
            var definition = await anyone.JsonAsync($"/api/v1/ideas/forms/{key}");
            var page = await anyone.GetAsync($"/chefsstod/{key}");
            Assert.True(page.StatusCode == 200 && page.Says(definition.GetProperty("title").GetString()!), key);
            // Every question stands on the empty form, also those that only some answers open.
            Assert.All(definition.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("kind").GetString() != nameof(FieldKind.Rows)), field => Assert.True(page.Says(field.GetProperty("label").GetString()!), $"{key}: {field.GetProperty("label")}"));
        }

        Assert.True((await anyone.GetAsync($"/chefsstod/{FormKeys.ConversationGuide}")).Says("Det du skriver sparas inte hos oss."));
        Assert.Equal(404, (await anyone.GetAsync("/chefsstod/finns-inte")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/forms/{FormKeys.Case}")).StatusCode);
    }
}
