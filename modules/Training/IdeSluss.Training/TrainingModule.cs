using IdeSluss.Sdk.Composition;
using IdeSluss.Training.Data;
using IdeSluss.Training.Features.Training;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training;

/// <summary>Courses, who has learnt what, and what that lets one do. A table of contents: what is declared here is found in the folder it names.</summary>
public sealed class TrainingModule : IModule
{
    public string Name => "training";

    public void Compose(IModuleBuilder module)
    {
        module.Database<TrainingDbContext>();
        foreach (var permission in TrainingPermissions.All) module.Permission(permission);

        CatalogueUseCases.Compose(module);
        SessionUseCases.Compose(module);
        CertificateUseCases.Compose(module);
        CompetenceUseCases.Compose(module);
        FollowUpUseCases.Compose(module);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        CatalogueUseCases.MapApi(api);
        SessionUseCases.MapApi(api);
        CertificateUseCases.MapApi(api);
        CompetenceUseCases.MapApi(api);
        FollowUpUseCases.MapApi(api);
    }
}
