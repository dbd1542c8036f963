using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Agreements;
using IdeSluss.Testbeds.Features.Testbeds.AskForTest;
using IdeSluss.Testbeds.Features.Testbeds.CloseTest;
using IdeSluss.Testbeds.Features.Testbeds.Count;
using IdeSluss.Testbeds.Features.Testbeds.Demo;
using IdeSluss.Testbeds.Features.Testbeds.LogTest;
using IdeSluss.Testbeds.Features.Testbeds.PlanTest;
using IdeSluss.Testbeds.Features.Testbeds.PrepareTest;
using IdeSluss.Testbeds.Features.Testbeds.ReadResults;
using IdeSluss.Testbeds.Features.Testbeds.ReadTest;
using IdeSluss.Testbeds.Features.Testbeds.StartTest;
using IdeSluss.Testbeds.Features.Testbeds.TakePart;
using IdeSluss.Testbeds.Features.Testbeds.TellIdea;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Tests of ideas: what they need before they start, who takes part, what happens, and what they came to.</summary>
internal static class TrialUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Publishes<TestStarted>();
        module.Publishes<TestEnded>();
        module.Publishes<TestResultRecorded>();
        module.On<GateDecided, PrepareTest.PrepareTest>("testbeds.prepare-test");
        module.On<DecisionTakenBack, UndoPreparation>("testbeds.undo-preparation");
        module.On<IdeaClosed, CancelPreparation>("testbeds.cancel-preparation");
        module.On<TestStarted, TellOfStart>("testbeds.tell-of-start");
        module.On<TestEnded, TellOfEnd>("testbeds.tell-of-end");
        module.On<TestResultRecorded, TellOfResult>("testbeds.tell-of-result");
        module.Services(new Registrations());
        module.Job<DisposeOfContacts>("dispose-of-contacts", "0 40 2 * * ?");
        module.Job<PrepareEarlierTests>("prepare-earlier-tests", "0 20 3 * * ?");
        module.SeedDemo<DemoTrials>();
        foreach (var example in CommonTrials.All) module.Provide(example);
        module.Provide(new WorkLink("/arbete/tester", "Tester", "Förbered tester, skriv logg och avsluta med resultat.", TestbedsPermissions.ReadTests, "Testbäddar och tester"));
        module.Provide(new WorkLink("/arbete/testforfragningar", "Förfrågningar om test", "Svara företag, lärosäten och andra som vill testa.", TestbedsPermissions.Manage, "Testbäddar och tester"));
        module.Provide(new SiteLink("/testresultat", "Testresultat"));
        module.Provide(new KeptPages(IdeaPages.Kept, typeof(TestbedsDbContext), typeof(Trial), typeof(TrialResult)));
        module.Fill(IdeaSlots.IdeaPageAside, "/Features/Testbeds/ReadResults/_ResultsOfIdea.cshtml");
        module.Fill(IdeaSlots.Review, "/Features/Testbeds/ReadResults/_ResultsLikeIt.cshtml");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        TestApi.Map(api);
        TakePartApi.Map(api);
        ResultsApi.Map(api);
        RequestApi.Map(api);
        AgreementApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<TrialStatistics>().As<ITrialStatistics>().InstancePerLifetimeScope();
            builder.RegisterType<NewTest>().InstancePerLifetimeScope();
            builder.RegisterType<PrepareEarlierTests>().InstancePerLifetimeScope();
            builder.RegisterType<TestIsClosed>().As<IGateCheck>().InstancePerLifetimeScope();
            builder.RegisterType<ReadTests>().InstancePerLifetimeScope();
            builder.RegisterType<SavePreparation>().InstancePerLifetimeScope();
            builder.RegisterType<TestBookings>().InstancePerLifetimeScope();
            builder.RegisterType<StartTest.StartTest>().InstancePerLifetimeScope();
            builder.RegisterType<Participants>().InstancePerLifetimeScope();
            builder.RegisterType<ExportParticipants>().InstancePerLifetimeScope();
            builder.RegisterType<WriteLog>().InstancePerLifetimeScope();
            builder.RegisterType<ReleaseBookings>().InstancePerLifetimeScope();
            builder.RegisterType<EndTest>().InstancePerLifetimeScope();
            builder.RegisterType<CloseTest.CloseTest>().InstancePerLifetimeScope();
            builder.RegisterType<AskForTest.AskForTest>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerRequests>().InstancePerLifetimeScope();
            builder.RegisterType<KeepAgreements>().InstancePerLifetimeScope();
            builder.RegisterType<TestResults>().InstancePerLifetimeScope();
        }
    }
}
