using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <summary>Answers that everyone will read must not point out a person. What certainly does is refused; a name may be a place, so the form itself asks about that.</summary>
internal static class PublicAnswers
{
    private static readonly (SensitiveHints Hint, Text Words)[] Refused =
    [
        (SensitiveHints.PersonalNumber, "ett personnummer"), (SensitiveHints.Telephone, "ett telefonnummer"), (SensitiveHints.EmailAddress, "en e-postadress"), (SensitiveHints.NamedPersonsHealth, "en namngiven persons hälsa"),
    ];

    public static IEnumerable<FieldError> PointingOutSomeone(FormDefinition form, Answers answers) =>
        from field in form.Fields
        where answers.Text(field.Key) is not null && field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Link
        from found in In(answers.Text(field.Key) ?? "")
        select new FieldError(field.Key, new Text("{0}: texten verkar innehålla {1}. Alla får läsa den, så ta bort det.", new Text(field.Label), found));

    /// <summary>What in a text certainly points out a person.</summary>
    public static IReadOnlyList<Text> In(string text)
    {
        var found = TextReview.Of(text).Hints;
        return [.. Refused.Where(refused => found.HasFlag(refused.Hint)).Select(refused => refused.Words)];
    }
}
