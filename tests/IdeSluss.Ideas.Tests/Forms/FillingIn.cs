using System.Text.Json;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>Filling in a form on its page, without script, as someone does.</summary>
internal static class FillingIn
{
    private const int MostRounds = 4;

    /// <summary>Fields that open when others are saved are filled in on the next round; the last round must be accepted.</summary>
    public static async Task<Page> FillInAsync(this Visitor visitor, string number, string form, Answers answers)
    {
        var address = $"/arbete/{number}/underlag/{form}";
        var posted = Posted(answers).ToList();
        for (var round = 1; ; round++)
        {
            var page = await visitor.GetAsync(address);
            var names = page.Forms.FirstOrDefault(one => one.Names.Contains("Version"))?.Names ?? [];
            var shown = posted.Where(field => names.Contains(field.Name)).ToList();
            if (shown.Count == posted.Count) return await visitor.SubmitAsync(page, posted, "Klart");
            Assert.True(round < MostRounds, $"{form} never asks for {string.Join(", ", posted.Except(shown).Select(field => field.Name))}:{Environment.NewLine}{page.Text}");
            var saved = await visitor.SubmitAsync(page, shown, "Spara och fortsätt senare");
            Assert.True(saved.StatusCode == 200, saved.Text);
        }
    }

    public static IEnumerable<(string Name, string Value)> Posted(Answers answers, string prefix = "Evidence") =>
        answers.Json.SelectMany(answer => answer.Value switch
        {
            JsonArray rows when rows.All(row => row is JsonObject) => rows.SelectMany((row, index) => Posted(new((JsonObject)row!), $"{prefix}.{answer.Key}.{index}")),
            JsonArray choices => choices.Select(choice => ($"{prefix}.{answer.Key}", choice!.GetValue<string>())),
            _ => [($"{prefix}.{answer.Key}", answers.Text(answer.Key)!)],
        });

    public static async Task<JsonElement> JsonAsync(this Visitor visitor, string address)
    {
        var answer = await visitor.ApiAsync(HttpMethod.Get, address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
