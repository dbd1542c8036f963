using Autofac;
using Autofac.Builder;
using IdeSluss.Sdk.Commands;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Slots;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Composition;

/// <summary>Writes down what one module or plugin declares; judges nothing, so that <see cref="ContributionChecks"/> can name every error at once.</summary>
internal sealed class ContributionBuilder(Contributor contributor, Contributions into, IConfiguration configuration) : IModuleBuilder, IPluginBuilder
{
    public IConfiguration Configuration { get; } = configuration;

    public static Contributions Compose(Contributor contributor, IConfiguration configuration)
    {
        var own = new Contributions();
        own.Contributors.Add(contributor);
        var builder = new ContributionBuilder(contributor, own, configuration);
        contributor.Module?.Compose(builder);
        contributor.Plugin?.Compose(builder);
        return own;
    }

    public void Services(Autofac.Module registrations) => into.Registrations.Add(container => container.RegisterModule(registrations));

    public void Services(Action<IServiceCollection> registrations) => into.Services.Add(registrations);

    public void Provide<T>(T value) where T : class =>
        into.Registrations.Add(container => container.RegisterInstance(value).As<T>().ExternallyOwned());

    public void Database<TContext>() where TContext : ModuleDbContext => into.Databases.Add(new(contributor.Name, typeof(TContext)));

    public void Setting(Setting setting) => into.Settings.Add(setting);

    public void Permission(PermissionDefinition permission) => into.Permissions.Add(permission);

    public void Publishes<TEvent>() where TEvent : class => into.Events.Add(new(EventAttribute.NameOf(typeof(TEvent)), typeof(TEvent)));

    public void On<TEvent, THandler>(string consumer) where TEvent : class where THandler : class, IEventHandler<TEvent> =>
        Subscribe<TEvent, THandler>(consumer, outside: false);

    public void OnOutside<TEvent, THandler>(string consumer) where TEvent : class where THandler : class, IEventHandler<TEvent> =>
        Subscribe<TEvent, THandler>(consumer, outside: true);

    public void Job<TTask>(string key, string cron) where TTask : class, IScheduledTask
    {
        // The key is stable below the contributor's name, whether or not it was written with it.
        var full = key.StartsWith(contributor.Name + ".", StringComparison.Ordinal) ? key : $"{contributor.Name}.{key}";
        into.Jobs.Add(new(full, cron, typeof(TTask)));
        RegisterScoped<TTask>();
    }

    public void Command<TCommand>(string name, string usage) where TCommand : class, ICommand
    {
        into.Commands.Add(new(name, usage, typeof(TCommand)));
        RegisterScoped<TCommand>();
    }

    public void Fill<TModel>(Slot<TModel> slot, string partialView, int order = 0) where TModel : class =>
        into.SlotFills.Add(new(slot.Name, partialView, order, contributor.Name));

    public void Form(FormDefinition form) => into.Forms.Add(form);

    public void Requirement(RequirementDefinition requirement) => into.Requirements.Add(requirement);

    public void Workflow(WorkflowDefinition workflow) => into.Workflows.Add(workflow);

    public void WorkflowVariant(WorkflowVariant variant) => into.Variants.Add(variant);

    public void Seed<TSeeder>() where TSeeder : class, ISeeder
    {
        into.Seeders.Add(typeof(TSeeder));
        RegisterScoped<TSeeder>();
    }

    public void SeedDemo<TSeeder>() where TSeeder : class, ISeeder
    {
        into.DemoSeeders.Add(typeof(TSeeder));
        RegisterScoped<TSeeder>();
    }

    private void Subscribe<TEvent, THandler>(string consumer, bool outside) where TEvent : class where THandler : class
    {
        into.Subscriptions.Add(new(EventAttribute.NameOf(typeof(TEvent)), typeof(TEvent), consumer, typeof(THandler), outside));
        RegisterScoped<THandler>();
    }

    private void RegisterScoped<T>() where T : class =>
        into.Registrations.Add(container => container.RegisterType<T>().AsSelf().InstancePerLifetimeScope().IfNotRegistered(typeof(T)));
}
