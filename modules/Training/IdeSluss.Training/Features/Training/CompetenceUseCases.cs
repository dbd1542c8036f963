using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Features.Training.Competences;
using IdeSluss.Training.Features.Training.MyPeople;
using IdeSluss.Training.Features.Training.Seeding;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training;

/// <summary>What one must have learnt for what, and who may do without for a time.</summary>
internal static class CompetenceUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoCompetence>();
        module.Fill(IdeaSlots.MyUnit, "/Features/Training/MyPeople/_MyPeople.cshtml");
        module.Provide(new AdminLink("Utbildning som krävs", "/admin/utbildning/krav", TrainingPermissions.ManageTracks, "Vad man måste ha gått för att få göra något."));
        module.Provide(new WorkLink("/arbete/utbildning/dispenser", "Dispens från utbildning", "Låt någon hos dig göra något fast kursen inte är gången än.", TrainingPermissions.ApproveEnrolments, "Utbildning"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        CompetenceApi.Map(api);
        MyPeopleApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<DemoCompetence>().InstancePerLifetimeScope();
            builder.RegisterType<KeptCompetenceRules>().SingleInstance();
            builder.RegisterType<Competence>().As<ICompetence>().InstancePerLifetimeScope();
            builder.RegisterType<EditRules>().InstancePerLifetimeScope();
            builder.RegisterType<ReadMyPeople>().InstancePerLifetimeScope();
            builder.RegisterType<GiveDispensation>().InstancePerLifetimeScope();
        }
    }
}
