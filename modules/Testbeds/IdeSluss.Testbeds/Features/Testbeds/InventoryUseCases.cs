using Autofac;
using IdeSluss.Sdk.Composition;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using IdeSluss.Testbeds.Features.Testbeds.Demo;
using IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;
using IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Finding and reading test beds, describing them, and keeping the descriptions true.</summary>
internal static class InventoryUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Seed<TaxonomySeeder>();
        module.SeedDemo<DemoTestbeds>();
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        CatalogueApi.Map(api);
        ReadTestbedApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<KeptTaxonomy>().SingleInstance();
            builder.RegisterType<TaxonomySeeder>().InstancePerLifetimeScope();
            builder.RegisterType<DemoTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<ListTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<ReadTestbed.ReadTestbed>().InstancePerLifetimeScope();
        }
    }
}
