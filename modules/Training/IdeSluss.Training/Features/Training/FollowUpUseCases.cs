using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Features.Training.Count;
using IdeSluss.Training.Features.Training.Effect;
using IdeSluss.Training.Features.Training.Evaluate;
using IdeSluss.Training.Features.Training.Export;
using IdeSluss.Training.Features.Training.Guides;
using IdeSluss.Training.Features.Training.Import;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training;

/// <summary>What people thought and what came of it, help where one works, and lists in and out.</summary>
internal static class FollowUpUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Fill(IdeaSlots.WorkGuide, "/Features/Training/Guides/_WorkGuide.cshtml");
        module.Job<AskForEvaluation>("ask-for-evaluation", "0 50 7 * * ?");
        module.On<IdeaSubmitted, NoteDecisions>("training.note-submitted");
        module.On<GateDecided, NoteDecisions>("training.note-decided");
        module.On<DecisionTakenBack, NoteDecisions>("training.note-taken-back");
        module.Provide(new AdminLink("Läs in förtroendevalda och personal", "/admin/utbildning/las-in", TrainingPermissions.ImportPeople, "Så att de kan anmälas och få intyg, också utan konto."));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        GuideApi.Map(api);
        EvaluationApi.Map(api);
        ExchangeApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<TrainingStatistics>().As<ITrainingStatistics>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerEvaluation>().InstancePerLifetimeScope();
            builder.RegisterType<ReadEvaluations>().InstancePerLifetimeScope();
            builder.RegisterType<NoteDecisions>().InstancePerLifetimeScope();
            builder.RegisterType<ReadEffect>().InstancePerLifetimeScope();
            builder.RegisterType<ImportPeople>().InstancePerLifetimeScope();
            builder.RegisterType<ExportStatements>().InstancePerLifetimeScope();
        }
    }
}
