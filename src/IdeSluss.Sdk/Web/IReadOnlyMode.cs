namespace IdeSluss.Sdk.Web;

/// <summary>Whether the instance can only be read now: its database is a standby, or was set so for planned work. The layout says it on every page.</summary>
/// <remarks>It is what was last seen, a few seconds old at most: whoever saves something in between is told by the error page. A page may leave out what only makes sense when something can be saved.</remarks>
/// <example><code>@inject IReadOnlyMode ReadOnly … @if (!ReadOnly.IsOn) { … }</code></example>
public interface IReadOnlyMode
{
    /// <summary>True when nothing can be saved.</summary>
    bool IsOn { get; }
}
