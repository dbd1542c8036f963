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

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Gates, evidence, advice, committees, templates, a manager's week and the practice sluice.</summary>
internal static class DeciderUseCases
{
    private static readonly IdeaRules Defaults = new();

    private static readonly Setting ReplyHold = new("IdeSluss:ReplyHold", SettingKind.Duration, $"{Defaults.ReplyHold:c}", "00:30:00", "Hur länge ett beslut kan tas tillbaka innan svaret går.", "How long a decision can be taken back before the reply goes.");

    private static readonly Setting GateCheckTimeout = new("IdeSluss:GateCheckTimeout", SettingKind.Duration, $"{Defaults.GateCheckTimeout:c}", "00:00:20", "Hur länge ett beslut väntar på svar från andra moduler och tillägg.", "How long a decision waits for answers from other modules and plugins.");

    public static void Compose(IModuleBuilder module)
    {
        module.Setting(ReplyHold);
        module.Setting(GateCheckTimeout);
        module.Provide(new IdeaRules { ReplyHold = TimeOf(module, ReplyHold) ?? Defaults.ReplyHold, GateCheckTimeout = TimeOf(module, GateCheckTimeout) ?? Defaults.GateCheckTimeout });
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

    /// <summary>Null where it is not set, or cannot be used: then the start is refused.</summary>
    private static TimeSpan? TimeOf(IModuleBuilder module, Setting setting) => TimeSpan.TryParse(module.Configuration[setting.Key], System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : null;
}
