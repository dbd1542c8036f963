using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.TestKit.Forms;

/// <summary>Answers as the fields that a page posts.</summary>
public static class PostedAnswers
{
    public static IEnumerable<(string Name, string Value)> Of(Answers answers, string prefix) => answers.Json.SelectMany(answer => answer.Value switch
    {
        JsonArray rows when rows.All(row => row is JsonObject) => rows.SelectMany((row, index) => Of(new((JsonObject)row!), $"{prefix}.{answer.Key}.{index}")),
        JsonArray choices => choices.Select(choice => ($"{prefix}.{answer.Key}", choice!.GetValue<string>())),
        _ => [($"{prefix}.{answer.Key}", answers.Text(answer.Key)!)],
    });

    /// <summary>Posted names of the rows that a page must be asked to add, before it has all the fields that are left.</summary>
    public static IEnumerable<string> RowsToAdd(IEnumerable<string> left, IReadOnlyCollection<string> onPage) => left
        .Select(name => name.Split('.'))
        .Where(parts => int.TryParse(parts[^2], out _) && !onPage.Any(name => name.StartsWith(string.Join('.', parts[..^1]) + ".", StringComparison.Ordinal)))
        .Select(parts => string.Join('.', parts[..^2]))
        .Distinct();
}
