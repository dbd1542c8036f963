using Autofac;
using IdeSluss.Sdk.Commands;
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

namespace IdeSluss.Sdk.Composition;

/// <summary>
/// Everything a module or plugin can contribute. We implement it, so it may grow without breaking a plugin.
/// Embedded texts (<c>Texts/en.json</c>), Razor pages and static files of the contributor's assembly are picked up by themselves.
/// </summary>
public interface IContributionBuilder
{
    /// <summary>The configuration of the instance, for options. Secrets come from here, never from code.</summary>
    IConfiguration Configuration { get; }

    /// <summary>Registers services with Autofac, explicitly; the one root container holds them all.</summary>
    void Services(Autofac.Module registrations);

    /// <summary>Registers services that only offer an <see cref="IServiceCollection"/> extension (ASP.NET Core's own).</summary>
    void Services(Action<IServiceCollection> registrations);

    /// <summary>Offers one value to whoever asks for it: a case-number pattern, an intake channel. Several values of one type come as <c>IEnumerable&lt;T&gt;</c>, plugins' last.</summary>
    void Provide<T>(T value) where T : class;

    /// <summary>The contributor's own schema with its migrations. Migrated at start under a lock.</summary>
    void Database<TContext>() where TContext : ModuleDbContext;

    /// <summary>Something that may be set where the instance runs; read with the builder's configuration.</summary>
    void Setting(Setting setting);

    void Permission(PermissionDefinition permission);

    /// <summary>Declares an event that this contributor publishes. An undeclared event cannot be published.</summary>
    void Publishes<TEvent>() where TEvent : class;

    /// <summary>
    /// Runs <typeparamref name="THandler"/> for each event in the transaction that deletes the delivery: its database effects happen exactly once.
    /// <paramref name="consumer"/> is the stable name of the subscription (<c>people.notify-receiver</c>); renaming it is a new subscription.
    /// </summary>
    void On<TEvent, THandler>(string consumer) where TEvent : class where THandler : class, IEventHandler<TEvent>;

    /// <summary>As <see cref="On{TEvent,THandler}"/>, for handlers that call the outside: run under a lease, at least once; use <see cref="Delivery.EventId"/> as the idempotency key.</summary>
    void OnOutside<TEvent, THandler>(string consumer) where TEvent : class where THandler : class, IEventHandler<TEvent>;

    /// <summary>A recurring task. <paramref name="cron"/> is a Quartz cron text in Europe/Stockholm, <paramref name="key"/> a stable name below the contributor's.</summary>
    void Job<TTask>(string key, string cron) where TTask : class, IScheduledTask;

    /// <summary>
    /// A command of the program: <paramref name="name"/> is one to three lower-case words (<c>import ideas</c>), <paramref name="usage"/> what one writes after the
    /// program's name (<c>import ideas FIL [--dry-run]</c>).
    /// </summary>
    void Command<TCommand>(string name, string usage) where TCommand : class, ICommand;

    /// <summary>Fills a typed extension point with a partial view that takes <typeparamref name="TModel"/>.</summary>
    void Fill<TModel>(Slot<TModel> slot, string partialView, int order = 0) where TModel : class;

    void Form(FormDefinition form);

    /// <summary>A kind of requirement that gates may ask for beside forms, and whose state the contributor knows.</summary>
    void Requirement(RequirementDefinition requirement);

    void Workflow(WorkflowDefinition workflow);

    void WorkflowVariant(WorkflowVariant variant);

    /// <summary>Runs when a build starts on a database for the first time, after migrations and under the same lock: reference data that must exist. Must be idempotent.</summary>
    void Seed<TSeeder>() where TSeeder : class, ISeeder;

    /// <summary>Runs once, only in an instance with demo content.</summary>
    void SeedDemo<TSeeder>() where TSeeder : class, ISeeder;
}
