using Autofac;
using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Features.Evaluation.Demo;
using IdeSluss.Evaluation.Features.Evaluation.Reconsider;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>A no can be looked at once more, by somebody else.</summary>
internal static class ReconsiderationUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        var defaults = new ReconsiderationTimes();
        module.Provide(new ReconsiderationTimes
        {
            AskWithinDays = module.Configuration.GetValue("IdeSluss:Reconsideration:AskWithinDays", defaults.AskWithinDays),
            AnswerWithinWorkingDays = module.Configuration.GetValue("IdeSluss:Reconsideration:AnswerWithinWorkingDays", defaults.AnswerWithinWorkingDays),
        });
        module.Publishes<ReconsiderationAsked>();
        module.Publishes<ReconsiderationDecided>();
        module.On<ReconsiderationAsked, TellOfAsking>("evaluation.tell-of-reconsideration-asked");
        module.On<ReconsiderationDecided, TellOfOutcome>("evaluation.tell-of-reconsideration");
        module.On<PersonDeactivated, DeciderLeft>("evaluation.reconsideration-decider-left");
        module.Services(new Registrations());
        module.SeedDemo<DemoReconsiderations>();
        module.Job<WatchReconsiderations>("watch-reconsiderations", "0 25 6 * * ?");
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Reconsider/_ReconsiderationsOfCase.cshtml", order: 10);
        module.Fill(IdeaSlots.OwnCase, "/Features/Evaluation/Reconsider/_OwnReconsiderations.cshtml");
        module.Provide(new WorkLink("/arbete/omprovning", "Omprövning", "Nej som någon annan än den som beslutade ska pröva igen.", EvaluationPermissions.Reconsider, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        OwnReconsiderationApi.Map(api);
        ReconsiderationsApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(AskForReconsideration), typeof(DeciderPool), typeof(AssignDecider), typeof(ReconsiderationMail), typeof(ReadReconsiderations), typeof(DecideReconsideration), typeof(WatchReconsiderations), typeof(DemoReconsiderations) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
