using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Ready;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>How ready ideas are, by scales with the municipality's own words.</summary>
internal static class ReadinessUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Seed<ScaleSeeder>();
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Ready/_ReadinessOfCase.cshtml", order: 20);
        module.Provide(new WorkLink("/arbete/mognad", "Mognadsskalor", "Skalorna som en idés mognad skattas med.", EvaluationPermissions.ManageQuestions));
    }

    public static void MapApi(IEndpointRouteBuilder api) => ReadinessApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(ScaleSeeder), typeof(ReadInScales), typeof(MarkReadiness) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
