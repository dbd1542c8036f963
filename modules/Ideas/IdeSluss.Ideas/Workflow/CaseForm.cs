using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>What the case itself says, as a form that is never filled in: so that other forms carry its facts instead of asking for them.</summary>
internal static class CaseForm
{
    public const string Title = "titel";
    public const string Need = "behov";
    public const string Text = "text";
    public const string Area = "omrade";

    public static FormDefinition Definition { get; } = new(FormKeys.Case, 1, "Ärendet", "Det som är känt sedan sorteringen.",
    [
        Field.Text(Title, "Rubrik"),
        Field.Text(Need, "Vem har vilket behov?", maxLength: 300),
        Field.LongText(Text, "Idén", maxLength: 20_000),
        Field.Choice(Area, "Område", [.. IdeaAreas.All.Select(area => new Option(area.Code, area.Name))]),
    ]);

    /// <summary>The public facts only: what is carried ends up in prints and on committees' tables.</summary>
    public static Answers Of(Idea idea)
    {
        var answers = Answers.Empty;
        foreach (var (key, value) in new[] { (Title, idea.PublicTitle), (Need, idea.NeedSentence), (Text, idea.PublicText), (Area, idea.Area) })
            if (!string.IsNullOrWhiteSpace(value)) answers.Json[key] = value;
        return answers;
    }
}
