using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Ready;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Ready;

/// <summary>Scales as data: read in with the municipality's words, used on an idea, and kept with their version.</summary>
public class ReadinessTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task An_idea_is_marked_again_as_it_goes_on_and_the_picture_has_a_table_that_says_the_same()
    {
        var number = await host.WaitingAsync("En verktygspool");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.True((await coach.GetAsync($"/arbete/{number}")).Says("Hur mogen är idén?"));
        Assert.Equal(201, (await MarkAsync(coach, number, [3, 2, 2, 1, 1, 1])).Status);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var page = await coach.PostFormAsync($"/arbete/mognad/{number}?skala=egna-ord", [("Levels[0]", "5"), ("Levels[1]", "4"), ("Note", "Provad på en enhet.")]);
        Assert.True(page.Says("Skattningen är sparad.") && page.Says("Förra gången") && page.Says("Provad på en enhet."), page.Text);
        Assert.True(page.Says($"5. {ReadinessScales.All[0].Levels[4]}") && page.Says($"3. {ReadinessScales.All[0].Levels[2]}"), page.Text);
        Assert.Equal([5, 4, 0, 0, 0, 0], (await coach.ReadAsync($"cases/{number}/readiness"))[0].GetProperty("levels").EnumerateArray().Select(level => level.GetInt32()));
    }

    [Fact]
    public async Task A_scale_that_an_idea_was_marked_by_keeps_its_words_when_another_file_is_read_in()
    {
        var number = await host.WaitingAsync("En skala som ändras");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal((1, true), await ReadInAsync(coach, "kommunens", "gammal"));
        Assert.Equal((1, false), await ReadInAsync(coach, "kommunens", "äldre"));
        Assert.Equal(201, (await MarkAsync(coach, number, [9, 1, 5], "kommunens")).Status);
        Assert.Equal((2, true), await ReadInAsync(coach, "kommunens", "ny"));
        var page = await coach.GetAsync($"/arbete/mognad/{number}?skala=kommunens");
        Assert.True(page.Says("9. äldre 9") && page.Says("Källa: Kommunens egen"), page.Text);
    }

    [Fact]
    public async Task Marks_are_made_within_ones_scope_and_with_levels_that_there_are()
    {
        var number = await host.WaitingAsync("Fel nivå");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(422, (await MarkAsync(coach, number, [10])).Status);
        Assert.Equal(422, (await MarkAsync(coach, number, [0, 0])).Status);
        Assert.Equal(422, (await MarkAsync(coach, number, [1], "finns-inte")).Status);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await MarkAsync(other, number, [1])).Status);
        Assert.Equal(404, (await other.GetAsync($"/arbete/mognad/{number}")).StatusCode);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        Assert.Equal(403, (await employee.GetAsync($"/arbete/mognad/{number}")).StatusCode);
    }

    [Theory]
    [InlineData("{0}: nivå {1} saknar text. Skriv vad den betyder.", "")]
    [InlineData("{0}: texten för nivå {1} är längre än {2} tecken.", "x300")]
    public void A_level_without_words_or_with_too_many_is_refused(string why, string words)
    {
        var file = File("ord").Replace("B;4;ord 4", "B;4;" + (words.Length > 0 ? new string('x', 301) : ""), StringComparison.Ordinal);
        Assert.True(ScaleFile.Read(file, "skala", "Skala", null).Failed(out var problem, out _));
        Assert.Equal(why, Assert.Single(problem.Errors).Message.Key);
    }

    [Theory]
    [InlineData("avseende;nivå;text\nA;1;x\n", "Fil: rubrikerna på första raden ska vara {0}. Det saknas: {1}.")]
    [InlineData("avseende;niva;text\nA;10;x\n", "Rad {0}: nivån ska vara ett tal från 1 till {1}.")]
    [InlineData("{ \"code\": \"ab\", \"title\": \"T\", \"dimensions\": [{ \"name\": \"A\", \"levels\": [\"x\"] }] }", "{0}: avseendet har {1} nivåer. Det ska ha {2}.")]
    [InlineData("{ \"code\": \"ab\", ", "Fil: det är inte giltig JSON. Felet är på rad {0}.")]
    public void What_is_wrong_in_a_file_is_said(string content, string why)
    {
        Assert.True(ScaleFile.Read(content, "skala", "Skala", null).Failed(out var problem, out _));
        Assert.Contains(problem.Errors, error => error.Message.Key == why);
    }

    private static string File(string word) => "avseende;niva;text\n" + string.Concat(new[] { "A", "B", "C" }.SelectMany(name => Enumerable.Range(1, 9).Select(level => $"{name};{level};{word} {level}\n")));

    private static async Task<(int Number, bool IsNew)> ReadInAsync(Visitor coach, string code, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/scales?code={code}&title=Skala&source=Kommunens%20egen") { Content = new StringContent(File(word), Encoding.UTF8, new MediaTypeHeaderValue("text/csv")), Headers = { { "X-IdeSluss", "api" } } };
        using var answer = await coach.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True((int)answer.StatusCode == 200, body.ToString());
        return (body.GetProperty("number").GetInt32(), body.GetProperty("isNew").GetBoolean());
    }

    private static Task<(int Status, JsonElement Body)> MarkAsync(Visitor coach, string number, int[] levels, string scale = "egna-ord") =>
        coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/readiness", new { scale, levels });
}
