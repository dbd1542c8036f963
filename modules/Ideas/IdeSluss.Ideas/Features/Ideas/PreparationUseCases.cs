using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Benefits;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Judging;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Ideas.Features.Ideas.Reconsidering;
using IdeSluss.Ideas.Features.Ideas.Testing;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>What a decision needs beside the forms: a receiver, consultations, the legal clocks.</summary>
internal static class PreparationUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        foreach (var body in OwnConsultationBodies.All) module.Provide(body);
        foreach (var kind in OwnLegalClocks.All) module.Provide(kind);
        module.On<IdeaRedirected, StartLegalClock>("ideas.start-legal-clock");
        module.On<DecisionTakenBack, StopLegalClock>("ideas.stop-legal-clock");
        module.Services(new Registrations());
        module.Job<RunPreparationClocks>("preparation-clocks", "0 5/15 * * * ?");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        ReceiverApi.Map(api);
        ConsultationApi.Map(api);
        LegalClockApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<IdeaStatistics>().As<IIdeaStatistics>().InstancePerLifetimeScope();
            builder.RegisterType<JudgedCases>().As<IJudgedCases>().InstancePerLifetimeScope();
            builder.RegisterType<ReconsideredCases>().As<IReconsideredCases>().InstancePerLifetimeScope();
            builder.RegisterType<OwnCases>().As<IOwnCases>().InstancePerLifetimeScope();
            builder.RegisterType<TestCases>().As<ITestCases>().InstancePerLifetimeScope();
            builder.RegisterType<BenefitCases>().As<IBenefitCases>().InstancePerLifetimeScope();
            builder.RegisterType<ReportedAnswers>().InstancePerLifetimeScope();
            builder.RegisterType<CaseReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<ProposeReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerReceiver>().InstancePerLifetimeScope();
            builder.RegisterType<AcceptByDeciding>().InstancePerLifetimeScope();
            builder.RegisterType<BodyCatalogue>().SingleInstance();
            builder.Register(services => new RequirementWords(services.Resolve<BodyCatalogue>(), services.Resolve<IFormRegistry>())).SingleInstance();
            builder.RegisterType<CaseConsultations>().InstancePerLifetimeScope();
            builder.RegisterType<ConsultationCases>().InstancePerLifetimeScope();
            builder.RegisterType<AskBody>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerBody>().InstancePerLifetimeScope();
            builder.RegisterType<FollowUpBody>().InstancePerLifetimeScope();
            builder.RegisterType<WatchConsultations>().InstancePerLifetimeScope();
            builder.RegisterType<ClockKinds>().SingleInstance();
            builder.RegisterType<CaseLegalClocks>().InstancePerLifetimeScope();
            builder.RegisterType<ListLegalClocks>().InstancePerLifetimeScope();
            builder.RegisterType<ManageLegalClock>().InstancePerLifetimeScope();
            builder.RegisterType<WatchLegalClocks>().InstancePerLifetimeScope();
        }
    }
}
