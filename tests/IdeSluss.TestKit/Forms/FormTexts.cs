using IdeSluss.Sdk.Forms;

namespace IdeSluss.TestKit.Forms;

/// <summary>Every text of a form that people read: the keys of its translations.</summary>
public static class FormTexts
{
    public static IReadOnlyList<string> Of(FormDefinition form)
    {
        string?[] own = [form.Title, form.Intro, form.EasyRead];
        return
        [
            .. own.OfType<string>()
                .Concat(form.Fields.SelectMany(Of))
                .Concat((form.Computations ?? []).SelectMany(Of))
                .Concat((form.Rules ?? []).Select(rule => rule.Otherwise))
                .Concat((form.Decisions ?? []).SelectMany(Of))
                .Distinct(),
        ];
    }

    private static IEnumerable<string> Of(Field field)
    {
        string?[] texts =
        [
            field.Label, field.Help, field.EasyRead, field.Section, field.Returns?.Reason, field.Returns?.Step, .. field.Options.Select(option => option.Label),
            .. (field.RowRules ?? []).Select(rule => rule.Otherwise), .. (field.RowComputations ?? []).SelectMany(Of), .. field.RowFields.SelectMany(Of),
        ];
        return texts.OfType<string>();
    }

    private static IEnumerable<string> Of(Computation computation)
    {
        string?[] texts = [computation.Label, computation.Otherwise, computation.Unit];
        return texts.OfType<string>();
    }

    private static IEnumerable<string> Of(DecisionTable table) =>
        table.Rules.SelectMany(rule => (rule.Required ?? []).Select(need => need.Missing).Append(rule.Says).Concat(rule.Missing is { } missing ? [missing] : [])).Prepend(table.Title);
}
