using Autofac;
using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>What ideas are to give and cost, and what came of it.</summary>
internal static class BenefitUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Publishes<FollowUpAsked>();
        module.Publishes<FollowUpEnded>();
        module.On<FollowUpAsked, PutInInbox>("evaluation.follow-up-to-inbox");
        module.On<FollowUpEnded, TakeFromInbox>("evaluation.follow-up-from-inbox");
        module.On<GateDecided, FollowDecisions>("evaluation.follow-decisions");
        module.On<DecisionTakenBack, UndoDecisions>("evaluation.follow-decisions-undone");
        module.On<IdeaClosed, EndWithIdea>("evaluation.follow-up-ended-with-idea");
        module.On<PersonDeactivated, OwnerDeactivated>("evaluation.benefit-owner-left");
        module.Services(new Registrations());
        module.Job<WatchFollowUps>("watch-follow-ups", "0 40 5 * * ?");
        module.SeedDemo<WatchFollowUps>();
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Benefits/_BenefitOfCase.cshtml");
        module.Provide(new WorkLink("/arbete/nytta", "Nytta och uppföljning", "Vad idéerna skulle ge, och hur det blev.", EvaluationPermissions.ReadBenefits, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        BenefitsApi.Map(api);
        FollowUpsApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[] { typeof(ReadBenefits), typeof(ReadPlans), typeof(SettlePlan), typeof(Asking), typeof(CaseAnswers), typeof(AnswerFollowUp), typeof(ReplaceOwner), typeof(FollowUpMail), typeof(WatchFollowUps) })
                builder.RegisterType(part).InstancePerLifetimeScope();
        }
    }
}
