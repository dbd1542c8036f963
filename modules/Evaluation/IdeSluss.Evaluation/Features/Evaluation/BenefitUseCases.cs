using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>What ideas are to give and cost, and what came of it.</summary>
internal static class BenefitUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Benefits/_BenefitOfCase.cshtml");
    }

    public static void MapApi(IEndpointRouteBuilder api) => BenefitsApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(ReadBenefits) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
