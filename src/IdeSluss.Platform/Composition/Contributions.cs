using System.Reflection;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Slots;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Platform.Composition;

/// <summary>Everything that modules and accepted plugins declared, collected before the container is built.</summary>
internal sealed class Contributions
{
    public List<Contributor> Contributors { get; } = [];
    public List<DatabaseContribution> Databases { get; } = [];
    public List<EventContribution> Events { get; } = [];
    public List<Subscription> Subscriptions { get; } = [];
    public List<JobContribution> Jobs { get; } = [];
    public List<PermissionDefinition> Permissions { get; } = [];
    public List<SlotFill> SlotFills { get; } = [];
    public List<FormDefinition> Forms { get; } = [];
    public List<WorkflowDefinition> Workflows { get; } = [];
    public List<WorkflowVariant> Variants { get; } = [];
    public List<Type> Seeders { get; } = [];
    public List<Type> DemoSeeders { get; } = [];
}

/// <param name="Name">Module name or plugin slug.</param>
/// <param name="Plugin">Null for a module.</param>
internal sealed record Contributor(string Name, Assembly Assembly, IModule? Module, IPlugin? Plugin);

internal sealed record DatabaseContribution(string Contributor, Type ContextType);

internal sealed record EventContribution(string Name, Type EventType);

/// <param name="Outside">True when the handler calls the outside and runs under a lease instead of in the transaction.</param>
internal sealed record Subscription(string EventName, Type EventType, string Consumer, Type HandlerType, bool Outside);

internal sealed record JobContribution(string Key, string Cron, Type TaskType);
