using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Commands;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IdeSluss.Platform.Tests.Composition;

public sealed class CompositionTests
{
    private static readonly WorkflowDefinition Simple = new WorkflowBuilder("SIMPLE", 1, "Enkel")
        .Stage("IN", "Inkommen", publicStep: 0)
        .Stage("DONE", "Klar", publicStep: 4, end: true)
        .Reason("IMPLEMENTED", "Genomförd")
        .Gate("G1", "Beslut", from: "IN", gate => gate.DecidedBy("coach").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"]))
        .Build();

    [Fact]
    public void Every_fault_of_every_module_is_told_at_once_with_the_modules_name()
    {
        var error = Assert.Throws<RegistrationException>(() => Compose(
            new Made("alpha", module =>
            {
                module.Permission(new PermissionDefinition("alpha.look", "Titta", []));
                module.Permission(new PermissionDefinition("alpha.look", "Titta igen", []));
                module.Publishes<Happened>();
                module.On<NeverPublished, Listener>("alpha.listen");
                module.Job<Task>("nightly", "every night");
                module.Command<Count>("count", "count");
                module.Command<Count>("count", "count again");
                module.Command<Count>("Count Loudly", "Count Loudly");
            }),
            new Made("beta", module => module.Workflow(Simple with { Stages = [.. Simple.Stages, new Stage("LOST", "Ödslig", 1)] })),
            new Made("beta", _ => { })));

        Assert.Contains("alpha: permission alpha.look is declared twice.", error.Errors);
        Assert.Contains("alpha: consumer alpha.listen: listens to beta.never.v1, which nobody publishes.", error.Errors);
        Assert.Contains(error.Errors, text => text.StartsWith("alpha: job alpha.nightly", StringComparison.Ordinal));
        Assert.Contains("alpha: command count is declared twice.", error.Errors);
        Assert.Contains("alpha: command 'Count Loudly': must be one to three lower-case words.", error.Errors);
        Assert.Contains("beta: workflow SIMPLE v1, stage LOST: cannot be reached from IN.", error.Errors);
        Assert.Contains(error.Errors, text => text.StartsWith("beta: the name 'beta' is taken", StringComparison.Ordinal));
    }

    [Fact]
    public void The_longest_command_that_fits_is_the_one_that_is_meant_and_an_unknown_one_is_told_of_all()
    {
        var commands = new CommandCatalogue(Compose(new Made("alpha", module =>
        {
            module.Command<Count>("count", "count");
            module.Command<Count>("count ideas", "count ideas FIL");
        })).Commands);
        Assert.Equal("count ideas", commands.Find(["count", "ideas", "a.csv"]).Name);
        Assert.Equal("count", commands.Find(["count", "--all"]).Name);
        var unknown = Assert.Throws<StartUpException>(() => commands.Find(["cuont"]));
        Assert.Equal(CommandExit.Usage, unknown.ExitCode);
        Assert.Contains("count ideas FIL", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_may_listen_to_modules_that_come_after_them()
    {
        var all = Compose(new Made("alpha", module => module.On<Happened, Listener>("alpha.listen")), new Made("beta", _ => { }), new Made("gamma", _ => { }, publishes: true));
        Assert.Single(all.Subscriptions);
    }

    [Fact]
    public void A_variant_is_a_workflow_of_its_own_built_on_the_newest_base()
    {
        var all = Compose(new Made("alpha", module =>
        {
            module.Workflow(Simple);
            module.Workflow(Simple with { Version = 2, Name = "Enkel igen" });
            module.WorkflowVariant(new WorkflowVariant("LOCAL", 1, "Lokal", "SIMPLE", ["unit"]) { StageNames = new Dictionary<string, string> { ["IN"] = "Mottagen här" } });
        }));
        var registry = new WorkflowRegistry(all);
        Assert.Equal("Mottagen här", registry.Current("LOCAL")!.StageOf("IN").Name);
        Assert.Equal(2, registry.Current("SIMPLE")!.Version);
        Assert.NotNull(registry.Find("SIMPLE", 1));
        Assert.Null(registry.Find("SIMPLE", 3));
    }

    private static Contributions Compose(params IModule[] modules) => ModuleComposition.Compose(modules, new ConfigurationBuilder().Build());

    private sealed class Made(string name, Action<IModuleBuilder> compose, bool publishes = false) : IModule
    {
        public string Name => name;

        public void Compose(IModuleBuilder module)
        {
            compose(module);
            if (publishes) module.Publishes<Happened>();
        }

        public void MapApi(IEndpointRouteBuilder api)
        {
        }
    }

    [Event("gamma.happened.v1")]
    private sealed record Happened(Guid Id);

    [Event("beta.never.v1")]
    private sealed record NeverPublished(Guid Id);

    private sealed class Listener : IEventHandler<Happened>, IEventHandler<NeverPublished>
    {
        public System.Threading.Tasks.Task HandleAsync(Happened message, Delivery delivery, CancellationToken cancellationToken) => System.Threading.Tasks.Task.CompletedTask;

        public System.Threading.Tasks.Task HandleAsync(NeverPublished message, Delivery delivery, CancellationToken cancellationToken) => System.Threading.Tasks.Task.CompletedTask;
    }

    private sealed class Count : ICommand
    {
        public System.Threading.Tasks.Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken) => System.Threading.Tasks.Task.FromResult(CommandExit.Done);
    }

    private sealed class Task : IdeSluss.Sdk.Jobs.IScheduledTask
    {
        public System.Threading.Tasks.Task RunAsync(CancellationToken cancellationToken) => System.Threading.Tasks.Task.CompletedTask;
    }
}
