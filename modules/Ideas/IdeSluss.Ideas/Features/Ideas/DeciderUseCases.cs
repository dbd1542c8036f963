using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Gates, evidence, advice and committees.</summary>
internal static class DeciderUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        var defaults = new IdeaRules();
        module.Provide(new IdeaRules
        {
            ReplyHold = module.Configuration.GetValue("IdeSluss:ReplyHold", defaults.ReplyHold),
            GateCheckTimeout = module.Configuration.GetValue("IdeSluss:GateCheckTimeout", defaults.GateCheckTimeout),
        });
        module.Services(new Registrations());
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<GateCases>().InstancePerLifetimeScope();
            builder.RegisterType<PluginGateChecks>().InstancePerLifetimeScope();
            builder.RegisterType<WorkflowBinding>().InstancePerLifetimeScope();
            builder.RegisterType<ReplyDelivery>().InstancePerLifetimeScope();
            builder.RegisterType<DecideGate>().InstancePerLifetimeScope();
        }
    }
}
