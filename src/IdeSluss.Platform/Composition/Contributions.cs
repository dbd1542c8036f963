using System.Reflection;
using Autofac;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Slots;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Composition;

/// <summary>
/// What was declared, collected before the container is built. Each module and plugin fills one of its own; only what passed the checks is added to the
/// one that the host runs with, so a plugin takes part with everything or with nothing.
/// </summary>
internal sealed class Contributions
{
    public List<Contributor> Contributors { get; } = [];
    public List<DatabaseContribution> Databases { get; } = [];
    public List<EventContribution> Events { get; } = [];
    public List<Subscription> Subscriptions { get; } = [];
    public List<JobContribution> Jobs { get; } = [];
    public List<CommandContribution> Commands { get; } = [];
    public List<Setting> Settings { get; } = [];
    public List<PermissionDefinition> Permissions { get; } = [];
    public List<SlotFill> SlotFills { get; } = [];
    public List<FormDefinition> Forms { get; } = [];
    public List<RequirementDefinition> Requirements { get; } = [];
    public List<WorkflowDefinition> Workflows { get; } = [];
    public List<WorkflowVariant> Variants { get; } = [];
    public List<Type> Seeders { get; } = [];
    public List<Type> DemoSeeders { get; } = [];

    /// <summary>Autofac registrations, in the order of declaration.</summary>
    public List<Action<ContainerBuilder>> Registrations { get; } = [];

    public List<Action<IServiceCollection>> Services { get; } = [];

    public void Add(Contributions other)
    {
        Contributors.AddRange(other.Contributors);
        Databases.AddRange(other.Databases);
        Events.AddRange(other.Events);
        Subscriptions.AddRange(other.Subscriptions);
        Jobs.AddRange(other.Jobs);
        Commands.AddRange(other.Commands);
        Settings.AddRange(other.Settings);
        Permissions.AddRange(other.Permissions);
        SlotFills.AddRange(other.SlotFills);
        Forms.AddRange(other.Forms);
        Requirements.AddRange(other.Requirements);
        Workflows.AddRange(other.Workflows);
        Variants.AddRange(other.Variants);
        Seeders.AddRange(other.Seeders);
        DemoSeeders.AddRange(other.DemoSeeders);
        Registrations.AddRange(other.Registrations);
        Services.AddRange(other.Services);
    }
}

/// <param name="Name">Module name or plugin slug.</param>
/// <param name="Plugin">Null for a module.</param>
internal sealed record Contributor(string Name, Assembly Assembly, IModule? Module, IPlugin? Plugin);

internal sealed record DatabaseContribution(string Contributor, Type ContextType);

internal sealed record EventContribution(string Name, Type EventType);

/// <param name="Outside">True when the handler calls the outside and runs under a lease instead of in the transaction.</param>
internal sealed record Subscription(string EventName, Type EventType, string Consumer, Type HandlerType, bool Outside);

internal sealed record JobContribution(string Key, string Cron, Type TaskType);

/// <param name="Name">Words with one space between.</param>
internal sealed record CommandContribution(string Name, string Usage, Type CommandType);
