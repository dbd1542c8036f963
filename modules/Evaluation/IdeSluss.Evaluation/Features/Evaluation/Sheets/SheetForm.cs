using System.Globalization;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

/// <summary>A sheet as the form that is filled in: one choice for each criterion, one yes or no for each knock-out, and why.</summary>
internal static class SheetForm
{
    public const string Why = "varfor";
    public const int LongestWhy = 2_000;
    private const string KnockOutSection = "Frågor som kan stoppa";

    public static FormDefinition Of(int number, SheetContent content) => new(
        "bedomning", number, content.Title, content.Intro,
        [
            .. content.Criteria.Select(criterion => Sectioned(
                Field.Choice(criterion.Key, criterion.Question, [.. criterion.Levels.Select((level, at) => new Option(ValueOf(at + 1), level))], criterion.Help, required: true).AsScale(), criterion.Section)),
            .. content.KnockOuts.Select((one, at) => Sectioned(Field.YesNo(one.Key, one.Question, required: true), at == 0 ? KnockOutSection : null)),
            Sectioned(Field.LongText(Why, "Vad väger tyngst för dig?", "Skriv för den som beslutar. Det blir en allmän handling.", required: true, maxLength: LongestWhy).AtLeastWords(), "Din motivering"),
        ]);

    public static int? StepOf(Answers answers, string criterion) =>
        int.TryParse(answers.Text(criterion), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= SheetContent.Steps ? step : null;

    private static string ValueOf(int step) => step.ToString(CultureInfo.InvariantCulture);

    private static Field Sectioned(Field field, string? section) => string.IsNullOrEmpty(section) ? field : field.Under(section);
}
