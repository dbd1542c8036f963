using System.Text.Json;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Web;
using IdeSluss.Ui.Inputs;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>Filling in a form on its page, without script, as someone does.</summary>
internal static class FillingIn
{
    private const int MostRounds = 12;

    /// <summary>Rows are added one at a time, and fields that open when others are saved are filled in on the next round; the last round must be accepted.</summary>
    public static async Task<Page> FillInAsync(this Visitor visitor, string number, string form, Answers answers)
    {
        var address = $"/arbete/{number}/underlag/{form}";
        var posted = PostedAnswers.Of(answers, "Evidence").ToList();
        var page = await visitor.GetAsync(address);
        for (var round = 1; ; round++)
        {
            var asked = page.Forms.First(one => one.Names.Contains("Version"));
            var shown = posted.Where(field => asked.Names.Contains(field.Name)).ToList();
            if (shown.Count == posted.Count) return await visitor.SubmitAsync(page, posted, "Klart");
            Assert.True(round < MostRounds, $"{form} never asks for {string.Join(", ", posted.Except(shown).Select(field => field.Name))}:{Environment.NewLine}{page.Text}");
            var add = PostedAnswers.RowsToAdd(posted.Except(shown).Select(field => field.Name), asked.Names).Select(rows => $"{FormRows.AddRow}={rows}").FirstOrDefault(add => asked.Buttons.Any(button => $"{button.Name}={button.Value}" == add));
            page = await visitor.SubmitAsync(page, shown, add ?? "Spara och fortsätt senare");
            Assert.True(page.StatusCode == 200, page.Text);
        }
    }

    public static async Task<JsonElement> JsonAsync(this Visitor visitor, string address)
    {
        var answer = await visitor.ApiAsync(HttpMethod.Get, address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
