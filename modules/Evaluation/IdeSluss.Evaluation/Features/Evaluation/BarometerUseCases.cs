using Autofac;
using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Demo;
using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>What is asked for the statistics alone: what was new, what kind of solution it is, and whether submitters trust us.</summary>
internal static class BarometerUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Form(BarometerForm.Definition);
        module.Form(TrustForm.Definition);
        module.Publishes<InnovationAsked>();
        module.Publishes<InnovationEnded>();
        module.On<InnovationAsked, InnovationToInbox>("evaluation.innovation-to-inbox");
        module.On<InnovationEnded, InnovationFromInbox>("evaluation.innovation-from-inbox");
        module.On<GateDecided, AskWhenInUse>("evaluation.ask-when-in-use");
        module.On<IdeaClosed, AskWhenClosed>("evaluation.ask-when-closed");
        module.On<DecisionTakenBack, AskingUndone>("evaluation.innovation-undone");
        module.On<PersonDeactivated, AskedPersonLeft>("evaluation.innovation-owner-left");
        module.Services(new Registrations());
        module.Job<WatchInnovations>("watch-innovations", "0 55 4 ? * SUN");
        module.SeedDemo<DemoBarometer>();
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Barometer/_BarometerOfCase.cshtml", order: 5);
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Solutions/_MarksOfCase.cshtml", order: 30);
        module.Fill(IdeaSlots.OwnCase, "/Features/Evaluation/Trust/_OwnTrust.cshtml", order: 10);
        module.Provide(new EndingInvitation("Där kan du också svara på tre frågor om hur det gick. De är frivilliga och anonyma."));
        module.Provide(new WorkLink("/arbete/fornyelse", "Det nya som är infört", "Åtta kryss om idéer som har börjat användas.", EvaluationPermissions.AnswerBarometer, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        BarometerApi.Map(api);
        TrustApi.Map(api);
        SolutionsApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(KeepInnovations), typeof(AnswerBarometer), typeof(CountBarometer), typeof(WatchInnovations), typeof(AnswerTrust), typeof(CountTrust), typeof(MarkSolution), typeof(CountSolutions), typeof(DemoBarometer) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
