using IdeSluss.Sdk.Results;

namespace IdeSluss.People.Domain;

/// <summary>What an administrator may do to the organisation.</summary>
internal static class OrganisationRules
{
    public const int LongestCode = 20;
    public const int LongestName = 200;

    public static IEnumerable<FieldError> Naming(string? code, string? name)
    {
        if (code is null || code.Length is 0 or > LongestCode || !code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            yield return new("code", new Text("Kod: skriv högst {0} tecken, bara stora bokstäver A till Z, siffror och bindestreck.", LongestCode));
        foreach (var error in Naming(name)) yield return error;
    }

    public static IEnumerable<FieldError> Naming(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("name", "Namn: fältet är tomt.");
        else if (name.Trim().Length > LongestName) yield return new("name", new Text("Namn: skriv högst {0} tecken.", LongestName));
        else if (name.Any(char.IsControl)) yield return new("name", "Namn: ta bort tecken som inte syns.");
    }

    /// <summary>What hinders that something is closed after <paramref name="lastDay"/>: it would leave units hanging.</summary>
    public static FieldError? Closing(DateOnly lastDay, DateOnly validFrom, IEnumerable<OrgUnit> directlyBelow)
    {
        if (lastDay < validFrom) return new("lastDay", "Sista dag: dagen är före första dagen.");
        var open = directlyBelow.Where(unit => unit.ValidTo is null || unit.ValidTo > lastDay).Select(unit => unit.Name).Order(StringComparer.CurrentCulture).ToList();
        return open.Count == 0 ? null : new("lastDay", new Text("Avsluta först det som ligger under: {0}.", string.Join(", ", open)));
    }
}
