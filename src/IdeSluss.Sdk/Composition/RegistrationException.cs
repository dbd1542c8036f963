namespace IdeSluss.Sdk.Composition;

/// <summary>Something a module or plugin declared cannot work. Holds every error at once.</summary>
public sealed class RegistrationException(string contributor, IReadOnlyList<string> errors)
    : Exception($"{contributor} cannot be registered:{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", errors)}")
{
    public string Contributor { get; } = contributor;

    public IReadOnlyList<string> Errors { get; } = errors;
}
