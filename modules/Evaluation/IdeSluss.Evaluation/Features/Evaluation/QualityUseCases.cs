using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Quality;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>What decisions leave for the quality work, and the year told.</summary>
internal static class QualityUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.On<GateDecided, RisksOfTest>("evaluation.risks-of-test");
        module.On<DecisionTakenBack, QualityUndone>("evaluation.quality-work-undone");
        module.Services(new Registrations());
        module.Job<RemindOfSelfChecks>("remind-of-self-checks", "0 50 5 * * ?");
        module.SeedDemo<DemoQuality>();
        module.Provide(new WorkLink("/arbete/kvalitet", "Kvalitetsarbete", "Egenkontroller, och årets kvalitetsberättelse.", EvaluationPermissions.ReadQuality, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api) => QualityApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(KeepQualityWork), typeof(SelfChecks), typeof(YearReport), typeof(RemindOfSelfChecks), typeof(DemoQuality) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
