using Autofac;
using IdeSluss.Evaluation.Features.Evaluation.Assess;
using IdeSluss.Evaluation.Features.Evaluation.Demo;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>Units assess how well they take care of ideas, year after year.</summary>
internal static class AssessmentUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoAssessments>();
        module.Provide(new WorkLink("/arbete/sjalvskattning", "Självskattning", "Hur bra enheterna är på att ta vara på idéer, år för år.", EvaluationPermissions.Assess, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api) => AssessmentsApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(ReadInQuestions), typeof(OpenAssessment), typeof(AnswerAssessment), typeof(ReadAssessments), typeof(DemoAssessments) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
