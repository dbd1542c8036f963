using Autofac;
using IdeSluss.Ideas.Features.Ideas.ExportIdeas;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Files in and out.</summary>
internal static class TransferUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Job<RunImports>("imports", "0/15 * * * * ?");
        module.Command<ImportCommand>(ImportCommand.Name, ImportCommand.Usage);
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        ImportApi.Map(api);
        ExportApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<FindImportPlaces>().InstancePerLifetimeScope();
            builder.RegisterType<ImportReceipts>().InstancePerLifetimeScope();
            builder.RegisterType<ImportBatches>().InstancePerLifetimeScope();
            builder.RegisterType<ImportIdeas.ImportIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<ImportRuns>().InstancePerLifetimeScope();
            builder.RegisterType<FindExportNames>().InstancePerLifetimeScope();
            builder.RegisterType<ExportIdeas.ExportIdeas>().InstancePerLifetimeScope();
        }
    }
}
