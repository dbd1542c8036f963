using System.Text.Json;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Training.Tests;

internal static class Asking
{
    /// <summary>What a call without body says, so that the cookie counts.</summary>
    public static readonly (string Name, string Value) OwnHeader = ("X-IdeSluss", "api");

    public static async Task<(int Status, JsonElement Body)> JsonAsync(this Visitor visitor, HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await visitor.ApiAsync(method, address, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
