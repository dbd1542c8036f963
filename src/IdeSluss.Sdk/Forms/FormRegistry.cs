namespace IdeSluss.Sdk.Forms;

/// <summary>Every form of the instance, by key and version.</summary>
public interface IFormRegistry
{
    IReadOnlyList<FormDefinition> All { get; }

    /// <summary>The newest version; null when no such form exists.</summary>
    FormDefinition? Current(string key);

    /// <summary>A certain version, for stored answers; null when a plugin that declared it is gone: the answers are then shown as stored.</summary>
    FormDefinition? Find(string key, int version);
}
