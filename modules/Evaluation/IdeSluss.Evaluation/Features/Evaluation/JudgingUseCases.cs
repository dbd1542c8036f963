using Autofac;
using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.AskByRule;
using IdeSluss.Evaluation.Features.Evaluation.Demo;
using IdeSluss.Evaluation.Features.Evaluation.Judge;
using IdeSluss.Evaluation.Features.Evaluation.Rank;
using IdeSluss.Evaluation.Features.Evaluation.Reviewers;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Evaluation.Features.Evaluation.Watch;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>By what ideas are judged, who judges them, and what comes of it.</summary>
internal static class JudgingUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Publishes<RoundStarted>();
        module.Publishes<RoundClosed>();
        module.Publishes<ReviewEnded>();
        module.Publishes<TalkRecorded>();
        module.On<RoundStarted, TellOfStart>("evaluation.tell-of-start");
        module.On<RoundClosed, TellOfEnd>("evaluation.tell-of-end");
        module.On<ReviewEnded, Replacing>("evaluation.replace-reviewer");
        module.On<TalkRecorded, TellOfTalk>("evaluation.tell-of-talk");
        module.On<GateDecided, IdeaMovedOn>("evaluation.idea-moved-on");
        module.On<GateDecided, AskByRule.AskByRule>("evaluation.ask-by-rule");
        module.On<DecisionTakenBack, DecisionUndone>("evaluation.decision-undone");
        module.On<IdeaClosed, IdeaEnded>("evaluation.idea-ended");
        module.On<PersonDeactivated, ReviewerDeactivated>("evaluation.reviewer-left");
        module.Services(new Registrations());
        module.Seed<SheetSeeder>();
        module.SeedDemo<DemoRounds>();
        module.Job<WatchReviews>("watch-reviews", "0 20 6 * * ?");
        module.Fill(IdeaSlots.Case, "/Features/Evaluation/Rounds/_RoundsOfCase.cshtml");
        module.Provide(new WorkLink("/mina-bedomningar", "Bedöma idéer", "Det du är tillfrågad om att bedöma, och när du är borta.", EvaluationPermissions.Judge, "Bedömning och effekt"));
        module.Provide(new WorkLink("/arbete/bedomning", "Bedömningar", "Vilka idéer som bedöms, var bedömarna är oense, och idéerna i ordning.", EvaluationPermissions.ReadRounds, "Bedömning och effekt"));
        module.Provide(new WorkLink("/arbete/bedomning/mallar", "Bedömningsmallar", "Frågorna som idéer bedöms efter, och regler för vem som tillfrågas.", EvaluationPermissions.ManageSheets, "Bedömning och effekt"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        StartApi.Map(api);
        RoundsApi.Map(api);
        ReviewsApi.Map(api);
        SheetsApi.Map(api);
        RankApi.Map(api);
        ReviewersApi.Map(api);
        RulesApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            foreach (var part in new[]
                     {
                         typeof(SheetSeeder), typeof(DemoRounds), typeof(SaveSheet), typeof(ReadSheets), typeof(ReviewerPool), typeof(Proposals), typeof(ReviewMail), typeof(StartRound), typeof(Closing), typeof(ReadRounds), typeof(ManageRound), typeof(OwnReviews),
                         typeof(SendReview), typeof(DeclineReview), typeof(LeaveReviews), typeof(WatchReviews), typeof(RankIdeas), typeof(KeepReviewers), typeof(KeepRules),
                     })
                builder.RegisterType(part).InstancePerLifetimeScope();
            builder.RegisterType<TalkIsRecorded>().As<IGateCheck>().InstancePerLifetimeScope();
        }
    }
}
