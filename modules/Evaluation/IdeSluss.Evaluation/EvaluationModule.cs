using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Features.Evaluation;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation;

/// <summary>Fair judgement, and what became of it. A table of contents: what is declared here is found in the folder it names.</summary>
public sealed class EvaluationModule : IModule
{
    public string Name => "evaluation";

    public void Compose(IModuleBuilder module)
    {
        module.Database<EvaluationDbContext>();
        foreach (var permission in EvaluationPermissions.All) module.Permission(permission);

        JudgingUseCases.Compose(module);
        StatisticsUseCases.Compose(module);
        ReconsiderationUseCases.Compose(module);
        ProgrammeUseCases.Compose(module);
        AssessmentUseCases.Compose(module);
        ReadinessUseCases.Compose(module);
        BenefitUseCases.Compose(module);
        QualityUseCases.Compose(module);
        BarometerUseCases.Compose(module);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        JudgingUseCases.MapApi(api);
        StatisticsUseCases.MapApi(api);
        ReconsiderationUseCases.MapApi(api);
        ProgrammeUseCases.MapApi(api);
        AssessmentUseCases.MapApi(api);
        ReadinessUseCases.MapApi(api);
        BenefitUseCases.MapApi(api);
        QualityUseCases.MapApi(api);
        BarometerUseCases.MapApi(api);
    }
}
