using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Evaluation.Tests.Judging;

/// <summary>The sheets that ideas are judged by keep what they asked.</summary>
public class SheetTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    private static JsonObject Own(string code) => SheetWriting.ToAnswers(OwnSheets.All.First(sheet => sheet.Code == code).Content).Json;

    [Fact]
    public async Task An_edit_before_any_answer_changes_the_version_and_an_edit_after_makes_the_next_and_the_answers_keep_theirs()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var number = await host.WaitingAsync("En effekt att mäta", Stages.Benefit);
        var round = await host.AskedAsync(number, Personas.IdeaBoard);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        using var read = await board.ApiAsync(HttpMethod.Get, $"{Api}/reviews/{review}");

        var edited = Own("effekt");
        edited["kriterier"]![0]!["fraga"] = "Hur mycket av nyttan ser vi?";
        var (changed, first) = await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/effekt", edited);
        Assert.Equal((200, 1), (changed, first.GetProperty("number").GetInt32()));
        var answers = JudgingHost.Answer(3, 4, 3);
        answers.Remove("s1");
        // Who opened the page before is told to read again.
        Assert.Equal(412, (await board.SendAsync(review, answers, ("If-Match", read.Headers.ETag!.Tag))).Status);
        using var again = await board.ApiAsync(HttpMethod.Get, $"{Api}/reviews/{review}");
        Assert.Equal(204, (await board.SendAsync(review, answers, ("If-Match", again.Headers.ETag!.Tag))).Status);

        edited["kriterier"]![0]!["fraga"] = "Hur mycket?";
        var (_, second) = await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/effekt", edited);
        Assert.Equal(2, second.GetProperty("number").GetInt32());
        var kept = await coach.ReadAsync($"rounds/{round}");
        Assert.Equal((1, 3.25m), (kept.GetProperty("sheetVersion").GetInt32(), kept.GetProperty("score").GetDecimal()));
        Assert.True((await coach.GetAsync($"/arbete/bedomning/{round}")).Says("Hur mycket av nyttan ser vi?"));
        Assert.True((await coach.GetAsync("/arbete/bedomning/mallar/effekt")).Says("Version 1, 1 bedömningar"));
    }

    [Fact]
    public async Task A_new_sheet_is_a_draft_and_becomes_the_usual_one_only_when_somebody_says_so()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/sheets", new { code = "egen-test", gate = Gates.Test, content = Own("test") });
        Assert.True(status == 201, body.ToString());
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/egen-test/state", new { state = "Draft", isDefault = true })).Status);
        Assert.Equal(200, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/egen-test/state", new { state = "Used", isDefault = true })).Status);
        Assert.Equal("egen-test", await host.Database.QueryAsync<string>("select code from evaluation.sheet where gate = $1 and is_default", Gates.Test));
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/egen-test/state", new { state = "Retired" })).Status);
        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/sheets", new { code = "Egen Test", gate = Gates.Handover, content = Own("test") })).Status);
    }

    [Fact]
    public async Task Weights_that_do_not_sum_are_shown_on_the_page_with_what_was_typed()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.PostFormAsync("/arbete/bedomning/mallar/behov/andra", [("Sheet.kriterier.0.vikt", "50")], "Spara");
        Assert.Equal(422, page.StatusCode);
        Assert.True(page.Says("Vikterna blir 110 tillsammans. De ska bli 100."), page.Text);
        var stale = await coach.JsonAsync(HttpMethod.Put, $"{Api}/sheets/behov", Own("behov"), ("If-Match", "\"v99\""));
        Assert.Equal(412, stale.Status);
    }

    [Fact]
    public async Task Whoever_does_not_look_after_sheets_cannot_see_or_change_them()
    {
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        Assert.Equal(403, (await board.GetAsync("/arbete/bedomning/mallar")).StatusCode);
        Assert.Equal(403, (await board.JsonAsync(HttpMethod.Put, $"{Api}/sheets/test", Own("test"))).Status);
    }
}
