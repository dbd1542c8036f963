using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>Figures of settled quarters, for everyone.</summary>
internal static class StatisticsUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<SettleQuarters>();
        module.Job<SettleQuarters>("settle-quarters", "0 40 3 * * ?");
        module.Provide(new SiteLink("/statistik", "Statistik"));
    }

    public static void MapApi(IEndpointRouteBuilder api) => StatisticsApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<CountQuarter>().InstancePerLifetimeScope();
            builder.RegisterType<SettleQuarters>().InstancePerLifetimeScope();
            builder.RegisterType<StatisticsNames>().InstancePerLifetimeScope();
            builder.RegisterType<WriteSections>().InstancePerLifetimeScope();
            builder.RegisterType<ReadStatistics>().InstancePerLifetimeScope();
        }
    }
}
