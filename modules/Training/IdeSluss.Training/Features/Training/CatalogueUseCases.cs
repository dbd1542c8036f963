using Autofac;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Features.Training.Catalogue;
using IdeSluss.Training.Features.Training.EditCourse;
using IdeSluss.Training.Features.Training.EditLesson;
using IdeSluss.Training.Features.Training.EditMaterial;
using IdeSluss.Training.Features.Training.Lessons;
using IdeSluss.Training.Features.Training.Office;
using IdeSluss.Training.Features.Training.Seeding;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training;

/// <summary>Finding and reading courses, and looking after them.</summary>
internal static class CatalogueUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Seed<CatalogueSeeder>();
        module.Provide(new SiteLink("/utbildning", "Utbildning"));
        module.Provide(new WorkLink("/arbete/utbildning", "Utbildning", "Sköt kurser, lektioner och material.", TrainingPermissions.ManageCourses, "Utbildning"));
        module.Provide(new AdminLink("Utbildning för olika roller", "/admin/utbildning", TrainingPermissions.ManageTracks, "Vilka kurser som krävs eller rekommenderas för en roll."));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        CatalogueApi.Map(api);
        OfficeApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<CatalogueSeeder>().InstancePerLifetimeScope();
            builder.RegisterType<ListCourses>().InstancePerLifetimeScope();
            builder.RegisterType<ReadCourse.ReadCourse>().InstancePerLifetimeScope();
            builder.RegisterType<ReadLesson>().InstancePerLifetimeScope();
            builder.RegisterType<MarkRead>().InstancePerLifetimeScope();
            builder.RegisterType<MyTraining.MyTraining>().InstancePerLifetimeScope();
            builder.RegisterType<OfficeCourses>().InstancePerLifetimeScope();
            builder.RegisterType<SaveCourse>().InstancePerLifetimeScope();
            builder.RegisterType<SaveLesson>().InstancePerLifetimeScope();
            builder.RegisterType<SaveMaterial>().InstancePerLifetimeScope();
            builder.RegisterType<EditTrack>().InstancePerLifetimeScope();
        }
    }
}
