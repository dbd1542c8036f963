using Autofac;
using IdeSluss.Ideas.Features.Ideas.Workflows;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Looking at workflows, trying changes, and moving cases between versions.</summary>
internal static class WorkflowUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Provide(new AdminLink("Arbetsgångar", "/admin/arbetsgangar", IdeasPermissions.ManageWorkflows, "Vägen som en idé går, och ärenden som går efter en äldre version."));
        module.Job<RunMigrations>("workflow-migrations", "30 * * * * ?");
    }

    public static void MapApi(IEndpointRouteBuilder api) => WorkflowsApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<WorkflowCatalogue>().InstancePerLifetimeScope();
            builder.RegisterType<SimulateWorkflow>().InstancePerLifetimeScope();
            builder.RegisterType<TryWorkflow>().InstancePerLifetimeScope();
            builder.RegisterType<MigrateCases>().InstancePerLifetimeScope();
            builder.RegisterType<RunMigrations>().InstancePerLifetimeScope();
            builder.RegisterType<StrandedCases>().As<IAttentionSource>().InstancePerLifetimeScope();
        }
    }
}
