using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Demo;
using IdeSluss.Evaluation.Features.Evaluation.Programmes;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>Development programmes over years: plan, money, effects and what the funder is told.</summary>
internal static class ProgrammeUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoProgramme>();
        module.Provide(new WorkLink("/arbete/program", "Program", "Budget, aktiviteter, effekter och rapporter till finansiären.", EvaluationPermissions.ReadProgrammes, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api) => ProgrammesApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(ReadProgrammes), typeof(SaveProgramme), typeof(RecordMoney), typeof(ProgrammeReports), typeof(DemoProgramme) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
