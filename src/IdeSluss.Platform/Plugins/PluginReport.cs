using System.Text;

namespace IdeSluss.Platform.Plugins;

/// <summary>How far a plugin came. The order is the order of the steps.</summary>
internal enum PluginStep
{
    /// <summary>Its folder and main assembly exist.</summary>
    Found,

    /// <summary>What it was built against was read, without loading it, and fits.</summary>
    VersionsRead,
    Loaded,

    /// <summary>Every member of ours that it uses exists.</summary>
    MembersResolved,
    Created,
    Composed,

    /// <summary>What it declares holds together with everyone else's declarations.</summary>
    Validated,

    /// <summary>Its endpoints can be built with the services that exist.</summary>
    Mapped,
    Active,
}

/// <param name="Version">Empty when the plugin could not be read.</param>
/// <param name="Reached">The last step that worked; null when not even the first did.</param>
/// <param name="FailedAt">Null for one that works.</param>
/// <param name="Reasons">Why it failed, for developers and administrators.</param>
/// <param name="Contributes">What it adds, in short lines, for example <c>Arbetsflöden: 2</c>.</param>
internal sealed record PluginStatus(
    string Slug,
    string Version,
    bool Required,
    string? Folder,
    PluginStep? Reached,
    PluginStep? FailedAt,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<PluginContribution> Contributes)
{
    public bool IsActive => Reached == PluginStep.Active;
}

/// <param name="Kind">Swedish, the key of its translation.</param>
internal sealed record PluginContribution(string Kind, IReadOnlyList<string> Names);

/// <summary>Every plugin that configuration names, and what became of it.</summary>
internal sealed class PluginReport
{
    private readonly List<PluginStatus> plugins = [];

    public IReadOnlyList<PluginStatus> Plugins => plugins;

    public IEnumerable<PluginStatus> Active => plugins.Where(plugin => plugin.IsActive);

    public IEnumerable<PluginStatus> Failed => plugins.Where(plugin => plugin.FailedAt is not null);

    public void Add(PluginStatus status) => plugins.Add(status);

    /// <summary>The whole picture as text, for the log and for a refusal to start.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var plugin in plugins)
        {
            text.Append(plugin.Slug).Append(plugin.Version.Length > 0 ? " " + plugin.Version : "").Append(plugin.Required ? " (required)" : "").Append(": ");
            text.AppendLine(plugin.FailedAt is { } step ? $"failed at {step}" : plugin.Reached?.ToString() ?? "not tried");
            if (plugin.Folder is not null) text.Append("  folder: ").AppendLine(plugin.Folder);
            foreach (var reason in plugin.Reasons) text.Append("  - ").AppendLine(reason);
        }

        return text.ToString().TrimEnd();
    }
}
