using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>What the case itself says, as a form that is never filled in: so that other forms carry its facts instead of asking for them.</summary>
internal static class CaseForm
{
    public const string Title = "titel";
    public const string Need = "behov";
    public const string Text = "text";
    public const string Area = "omrade";
    public const string Consultations = "samrad";

    public static FormDefinition Definition { get; } = new(FormKeys.Case, 2, "Ärendet", "Det som är känt sedan sorteringen.",
    [
        Field.Text(Title, "Rubrik"),
        Field.Text(Need, "Vem har vilket behov?", maxLength: 300),
        Field.LongText(Text, "Idén", maxLength: 20_000),
        Field.Choice(Area, "Område", [.. IdeaAreas.All.Select(area => new Option(area.Code, area.Name))]),
        Field.Rows(Consultations, "Samråd", [Field.Text("vem", "Vem"), Field.Date("datum", "Datum"), Field.Text("svar", "Svar"), Field.LongText("text", "Vad sa de?"), Field.LongText("villkor", "Villkor")], maxRows: 100),
    ]);

    /// <summary>Public facts and what others have answered: what is carried ends up in prints and on committees' tables.</summary>
    public static Answers Of(Idea idea, IReadOnlyList<ConsultationView> consultations)
    {
        var answers = Given((Title, idea.PublicTitle), (Need, idea.NeedSentence), (Text, idea.PublicText), (Area, idea.Area));
        if (consultations.Count > 0)
            answers[Consultations] = new JsonArray([.. consultations.Select(one => Given(("vem", one.Who), ("datum", one.AnsweredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("svar", one.Words.Key), ("text", one.Text), ("villkor", one.Conditions)))]);
        return new(answers);
    }

    private static JsonObject Given(params IEnumerable<(string Key, string? Value)> facts) =>
        new(facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value)));
}
