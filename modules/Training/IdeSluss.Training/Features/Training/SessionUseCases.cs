using Autofac;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Features.Training.Approve;
using IdeSluss.Training.Features.Training.EditSession;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Training.Features.Training.Group;
using IdeSluss.Training.Features.Training.Reminders;
using IdeSluss.Training.Features.Training.Seating;
using IdeSluss.Training.Features.Training.Seeding;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training;

/// <summary>When courses are given, and who takes part.</summary>
internal static class SessionUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoSessions>();
        module.Job<AdvanceLines>("advance-lines", "0 * * * * ?");
        module.Job<RemindOfSessions>("remind-of-sessions", "0 30 7 * * ?");
        module.Provide(new WorkLink("/arbete/utbildning/godkann", "Godkänn utbildning", "Svara medarbetare som vill gå en kurs.", TrainingPermissions.ApproveEnrolments, "Utbildning"));
    }

    public static void MapApi(IEndpointRouteBuilder api) => SessionApi.Map(api);

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<DemoSessions>().InstancePerLifetimeScope();
            builder.RegisterType<EnrolmentLinks>().SingleInstance();
            builder.RegisterType<EnrolmentMail>().InstancePerLifetimeScope();
            builder.RegisterType<Learners>().InstancePerLifetimeScope();
            builder.RegisterType<SeatGiving>().InstancePerLifetimeScope();
            builder.RegisterType<Enrolling>().InstancePerLifetimeScope();
            builder.RegisterType<EnrolMyself>().InstancePerLifetimeScope();
            builder.RegisterType<OwnEnrolments>().InstancePerLifetimeScope();
            builder.RegisterType<ReadSession>().InstancePerLifetimeScope();
            builder.RegisterType<SessionCalendar>().InstancePerLifetimeScope();
            builder.RegisterType<SaveSession>().InstancePerLifetimeScope();
            builder.RegisterType<OfficeSessions>().InstancePerLifetimeScope();
            builder.RegisterType<ApproveEnrolments>().InstancePerLifetimeScope();
            builder.RegisterType<EnrolGroup>().InstancePerLifetimeScope();
        }
    }
}
