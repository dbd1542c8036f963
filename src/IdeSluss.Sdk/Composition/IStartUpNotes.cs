namespace IdeSluss.Sdk.Composition;

/// <summary>Lines to print when the instance has started, for example the demo log-ins. Registered as a service.</summary>
public interface IStartUpNotes
{
    IEnumerable<string> Lines { get; }
}
