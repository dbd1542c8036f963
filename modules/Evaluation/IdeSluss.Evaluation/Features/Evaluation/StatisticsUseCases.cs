using Autofac;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Dashboard;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Workforce;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>Figures of settled quarters: for everyone, for those who work with ideas, and for research; and the voluntary answers that some of them are made of.</summary>
internal static class StatisticsUseCases
{
    /// <summary>Tag of the page for everyone, which is kept until a quarter is settled.</summary>
    public const string Kept = "evaluation.statistics";

    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<KeepWorkforce>();
        module.SeedDemo<DemoAgreement>();
        module.SeedDemo<SettleQuarters>();
        module.Job<SettleQuarters>("settle-quarters", "0 40 3 * * ?");
        module.Provide(new SiteLink("/statistik", "Statistik"));
        module.Provide(new KeptPages(Kept, typeof(EvaluationDbContext), typeof(SettledPeriod)));
        module.Provide(new WorkLink("/arbete/statistik", "Statistik för ditt arbete", "Hur det går hos dig, och var idéer fastnar.", EvaluationPermissions.ReadDashboard));
        module.Provide(new WorkLink("/arbete/konsfordelning", "Könsfördelning i områdena", "Vilka som arbetar där, så att statistiken kan visa vart pengarna går.", EvaluationPermissions.ManageWorkforce));
        module.Provide(new WorkLink("/forskning", "Statistik för forskning", "Ta ut det som ditt avtal gäller.", EvaluationPermissions.Research));
        module.Provide(new AdminLink("Forskning", "/admin/forskning", EvaluationPermissions.ManageResearch, "Avtal som låter forskare ta ut statistik."));
        module.Fill(IdeaSlots.Receipt, "/Features/Evaluation/Profiles/_ReceiptLink.cshtml");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        StatisticsApi.Map(api);
        DashboardApi.Map(api);
        ProfilesApi.Map(api);
        WorkforceApi.Map(api);
        ResearchApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<ReadDashboard>().InstancePerLifetimeScope();
            builder.RegisterType<SealedProfiles>().SingleInstance();
            builder.RegisterType<AnswerProfile>().InstancePerLifetimeScope();
            builder.RegisterType<CountProfiles>().InstancePerLifetimeScope();
            builder.RegisterType<KeepWorkforce>().InstancePerLifetimeScope();
            builder.RegisterType<WriteCodebook>().InstancePerLifetimeScope();
            builder.RegisterType<KeepAgreements>().InstancePerLifetimeScope();
            builder.RegisterType<DemoAgreement>().InstancePerLifetimeScope();
            builder.RegisterType<TakeOut>().InstancePerLifetimeScope();
            builder.RegisterType<CountQuarter>().InstancePerLifetimeScope();
            builder.RegisterType<SettleQuarters>().InstancePerLifetimeScope();
            builder.RegisterType<StatisticsNames>().InstancePerLifetimeScope();
            builder.RegisterType<WriteRows>().InstancePerLifetimeScope();
            builder.RegisterType<WriteSections>().InstancePerLifetimeScope();
            builder.RegisterType<ReadStatistics>().InstancePerLifetimeScope();
        }
    }
}
