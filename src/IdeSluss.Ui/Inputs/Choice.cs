namespace IdeSluss.Ui.Inputs;

/// <summary>One alternative of a <c>choice-field</c>; the texts are already in the reader's language.</summary>
public sealed record Choice(string Value, string Label, string? Help = null);

public enum ChoiceKind
{
    Radio,
    Checkbox,
    Select,
}
