using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Assess;

/// <summary>A unit assesses itself, and reads the result of years by the same questions. The clock stands in October 2026.</summary>
public class AssessmentTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task Questions_that_a_unit_has_begun_with_are_not_changed_and_years_with_others_are_not_compared()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal((1, true), await ReadInAsync(coach, "versioner", "Jag vet varför"));
        Assert.Equal((1, false), await ReadInAsync(coach, "versioner", "Jag vet varför vi förändrar"));
        var first = await OpenAsync(coach, "versioner", 2025, "Manager");
        Assert.Equal((2, true), await ReadInAsync(coach, "versioner", "Jag vet hur"));
        var second = await OpenAsync(coach, "versioner", 2026, "Manager");
        foreach (var id in new[] { first, second })
        {
            Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/assessments/{id}/answers", new { f1 = "4", f2 = "2" })).Status);
            Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/assessments/{id}/close", null, Asking.OwnHeader)).Status);
        }

        var view = await coach.ReadAsync($"assessments/{second}");
        Assert.Equal([2026], view.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetInt32()));
        Assert.Equal([2025], view.GetProperty("otherVersions").EnumerateArray().Select(year => year.GetInt32()));
        var page = await coach.GetAsync($"/arbete/sjalvskattning/{second}");
        Assert.True(page.Says("Jag vet hur") && page.Says("De går inte att jämföra med."), page.Text);
        Assert.True((await coach.GetAsync("/arbete/sjalvskattning/fragor/versioner")).Says("Jag vet varför vi förändrar"));
    }

    [Fact]
    public async Task Staff_answer_once_each_nothing_ties_them_to_it_and_few_are_not_told()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await ReadInAsync(coach, "medarbetare", "Jag har tid");
        var id = await OpenAsync(coach, "medarbetare", 2026, "Staff");
        using var employee = await host.LogInAsAsync(Personas.Employee);
        Assert.Equal(422, (await employee.PostFormAsync($"/sjalvskattning/{id}", [("Answer.f1", "4")])).StatusCode);
        var thanked = await employee.PostFormAsync($"/sjalvskattning/{id}", [("Answer.f1", "4"), ("Answer.f2", "3")]);
        Assert.True(thanked.Says("Tack! Ditt svar är med."), thanked.Text);
        Assert.Equal(409, (await employee.JsonAsync(HttpMethod.Post, $"{Api}/assessments/{id}/answers", new { f1 = "1", f2 = "1" })).Status);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from information_schema.columns where table_schema = 'evaluation' and table_name = 'assessment_answer' and column_name not in ('id', 'assessment_id', 'answers')"));
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/assessments/{id}/close", null, Asking.OwnHeader)).Status);
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/assessments/{id}/answers", new { f1 = "1", f2 = "1" })).Status);
        var result = (await coach.ReadAsync($"assessments/{id}")).GetProperty("years")[0].GetProperty("result");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (result.GetProperty("count").ValueKind, result.GetProperty("whole").ValueKind));
        Assert.True((await coach.GetAsync($"/arbete/sjalvskattning/{id}")).Says("Färre än fem har svarat."));
    }

    [Fact]
    public async Task A_manager_sees_the_own_unit_alone()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await ReadInAsync(coach, "enheter", "Jag har tid");
        var id = await OpenAsync(coach, "enheter", 2026, "Manager");
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(200, (await manager.GetAsync($"/arbete/sjalvskattning/{id}")).StatusCode);
        Assert.Equal(404, (await other.GetAsync($"/arbete/sjalvskattning/{id}")).StatusCode);
        Assert.Equal(404, (await other.GetAsync($"/sjalvskattning/{id}")).StatusCode);
        Assert.Equal(422, (await other.JsonAsync(HttpMethod.Post, $"{Api}/assessments", Request("enheter", 2026, "Staff", await host.UnitOfAsync(Personas.NeedOwner)))).Status);
        Assert.Equal(409, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/assessments", Request("enheter", 2026, "Manager", await host.UnitOfAsync(Personas.NeedOwner)))).Status);
        Assert.Equal(403, (await manager.GetAsync("/arbete/sjalvskattning/fragor")).StatusCode);
    }

    [Fact]
    public async Task A_file_with_wrong_columns_is_refused_on_the_page_with_what_is_missing()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await SendAsync(coach, "fråga;tyngd\nJag vet;100\n", "fel", "text/csv");
        Assert.Equal(422, status);
        Assert.Contains("Det saknas: avsnitt, fraga, hjalp, vikt.", Assert.Single(body.Errors()), StringComparison.Ordinal);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.question_set where code = 'fel'"));
    }

    private static async Task<(int Number, bool IsNew)> ReadInAsync(Visitor coach, string code, string question)
    {
        var (status, body) = await SendAsync(coach, $"avsnitt;fraga;hjalp;vikt\n;{question};;70\n;Vi prövar;;30\n", code, "text/csv");
        Assert.True(status == 200, body.ToString());
        return (body.GetProperty("number").GetInt32(), body.GetProperty("isNew").GetBoolean());
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(Visitor coach, string file, string code, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/question-sets?code={code}&title=Fr%C3%A5gor") { Content = new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue(type)), Headers = { { "X-IdeSluss", "api" } } };
        using var answer = await coach.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<Guid> OpenAsync(Visitor coach, string set, int year, string kind)
    {
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/assessments", Request(set, year, kind, await host.UnitOfAsync(Personas.NeedOwner)));
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    private static object Request(string set, int year, string kind, Guid unit) => new { set, unit, year, kind, lastDay = "2026-11-20" };
}
