using System.Text;
using IdeSluss.TestKit;

namespace IdeSluss.Ideas.Tests.Samples;

/// <summary>One row of <c>samples.csv</c>: a proposal as someone might write it, and what the rules should suggest.</summary>
/// <param name="Redirect">Code of the suggested redirect, empty for an idea, <c>error:…</c> for what cannot be handed in.</param>
/// <param name="Hints">Names of the expected hints, joined by <c>|</c>.</param>
public sealed record Sample(string Id, string Channel, string Municipality, string Text, string Redirect, string Hints, string Language)
{
    public static IReadOnlyList<Sample> All { get; } =
        [.. Rows(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "IdeSluss.Ideas.Tests", "Samples", "samples.csv"))).Skip(1)
            .Select(row => new Sample(row[0], row[1], row[2], row[3] == "{20001}" ? string.Concat(Enumerable.Repeat("Fler bänkar tack. ", 1_200))[..20_001] : row[3], row[4], row[5], row[6]))];

    public override string ToString() => $"{Id}: {(Text.Length > 50 ? Text[..50] : Text)}";

    private static IEnumerable<List<string>> Rows(string csv)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var letter = csv[i];
            if (quoted && letter == '"' && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[++i]);
            else if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) EndField();
            else if (letter == '\n' && !quoted)
            {
                EndField();
                yield return row;
                row = [];
            }
            else field.Append(letter);
        }

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
