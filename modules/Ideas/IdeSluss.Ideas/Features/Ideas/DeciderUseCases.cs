using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Advise;
using IdeSluss.Ideas.Features.Ideas.ChangeTrack;
using IdeSluss.Ideas.Features.Ideas.Committee;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.DecisionRecord;
using IdeSluss.Ideas.Features.Ideas.DeclareConflict;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Features.Ideas.IdeaCard;
using IdeSluss.Ideas.Features.Ideas.MyUnit;
using IdeSluss.Ideas.Features.Ideas.Practise;
using IdeSluss.Ideas.Features.Ideas.Templates;
using IdeSluss.Ideas.Features.Ideas.WaitingDecisions;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Gates, evidence, advice, committees, templates, a manager's week and the practice sluice.</summary>
internal static class DeciderUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        var defaults = new IdeaRules();
        module.Provide(new IdeaRules
        {
            ReplyHold = module.Configuration.GetValue("IdeSluss:ReplyHold", defaults.ReplyHold),
            GateCheckTimeout = module.Configuration.GetValue("IdeSluss:GateCheckTimeout", defaults.GateCheckTimeout),
        });
        module.Job<ForgetPractice>("forget-practice", "0 35 4 * * ?");
        module.Services(new Registrations());
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        DecideApi.Map(api);
        DecisionRecordApi.Map(api);
        WaitingDecisionsApi.Map(api);
        EvidenceApi.Map(api);
        IdeaCardApi.Map(api);
        TemplatesApi.Map(api);
        AdviceApi.Map(api);
        CommitteeApi.Map(api);
        MyUnitApi.Map(api);
        PracticeApi.Map(api);
        ChangeTrackApi.Map(api);
        DeclareConflictApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<ReadCaseFacts>().InstancePerLifetimeScope();
            builder.RegisterType<DelegationOrder>().SingleInstance();
            builder.RegisterType<ListDelegation>().InstancePerLifetimeScope();
            builder.RegisterType<DecidingRoutes>().InstancePerLifetimeScope();
            builder.RegisterType<GateCases>().InstancePerLifetimeScope();
            builder.RegisterType<PluginGateChecks>().InstancePerLifetimeScope();
            builder.RegisterType<WorkflowBinding>().InstancePerLifetimeScope();
            builder.RegisterType<ReplyDelivery>().InstancePerLifetimeScope();
            builder.RegisterType<DeciderCompetence>().InstancePerLifetimeScope();
            builder.RegisterType<DecideGate>().InstancePerLifetimeScope();
            builder.RegisterType<ReadGate>().InstancePerLifetimeScope();
            builder.RegisterType<CaseEvidence>().InstancePerLifetimeScope();
            builder.RegisterType<ListWaitingDecisions>().InstancePerLifetimeScope();
            builder.RegisterType<DecisionCases>().InstancePerLifetimeScope();
            builder.RegisterType<ReadDecision>().InstancePerLifetimeScope();
            builder.RegisterType<TakeBackDecision>().InstancePerLifetimeScope();
            builder.RegisterType<SendReplyNow>().InstancePerLifetimeScope();
            builder.RegisterType<CorrectDecision>().InstancePerLifetimeScope();
            builder.RegisterType<SaveEvidence>().InstancePerLifetimeScope();
            builder.RegisterType<ReadIdeaCard>().InstancePerLifetimeScope();
            builder.RegisterType<FormTemplates>().SingleInstance();
            builder.RegisterType<TemplateExamples>().SingleInstance();
            builder.RegisterType<UseTemplate>().InstancePerLifetimeScope();
            builder.RegisterType<Practice>().InstancePerLifetimeScope();
            builder.RegisterType<GiveAdvice>().InstancePerLifetimeScope();
            builder.RegisterType<CommitteeBasis>().InstancePerLifetimeScope();
            builder.RegisterType<CommitteeOutlook>().InstancePerLifetimeScope();
            builder.RegisterType<ReadMeetingPackage>().InstancePerLifetimeScope();
            builder.RegisterType<ReadMyUnit>().InstancePerLifetimeScope();
            builder.RegisterType<ChangeTrack.ChangeTrack>().InstancePerLifetimeScope();
            builder.RegisterType<DeclareConflict.DeclareConflict>().InstancePerLifetimeScope();
        }
    }
}
