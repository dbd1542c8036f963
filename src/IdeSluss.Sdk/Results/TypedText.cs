namespace IdeSluss.Sdk.Results;

/// <summary>What people type into fields that may be left empty.</summary>
public static class TypedText
{
    /// <summary>Without space around it; null when there is nothing else.</summary>
    /// <example><c>"  Salen " → "Salen"</c>, <c>"   " → null</c></example>
    public static string? OrNothing(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
