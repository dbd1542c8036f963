using IdeSluss.People.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.People.Accounts;

internal static class NameRules
{
    public static FieldError? CheckName(string? name, string field = "name") => name?.Trim() switch
    {
        null or "" => new(field, "Namn: fältet är tomt."),
        { Length: > Person.LongestName } => new(field, new Text("Namn: skriv högst {0} tecken.", Person.LongestName)),
        var text when text.Any(char.IsControl) => new(field, "Namn: ta bort tecken som inte syns."),
        _ => null,
    };

    public static FieldError? CheckTitle(string? title, string field = "title") => title?.Trim() switch
    {
        { Length: > Person.LongestName } => new(field, new Text("Titel: skriv högst {0} tecken.", Person.LongestName)),
        { } text when text.Any(char.IsControl) => new(field, "Titel: ta bort tecken som inte syns."),
        _ => null,
    };

    /// <summary>Nothing typed is no title.</summary>
    public static string? Title(string? title) => string.IsNullOrWhiteSpace(title) ? null : title.Trim();
}
