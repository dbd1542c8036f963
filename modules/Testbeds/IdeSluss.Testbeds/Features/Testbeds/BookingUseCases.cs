using Autofac;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Book;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Calendar;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using IdeSluss.Testbeds.Features.Testbeds.DecideBooking;
using IdeSluss.Testbeds.Features.Testbeds.Demo;
using IdeSluss.Testbeds.Features.Testbeds.FindFree;
using IdeSluss.Testbeds.Features.Testbeds.Lend;
using IdeSluss.Testbeds.Features.Testbeds.OwnBookings;
using IdeSluss.Testbeds.Features.Testbeds.Times;
using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using IdeSluss.Training.Contracts;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>When things can be booked, booking them, approving, the waiting list, calendars and lending.</summary>
internal static class BookingUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoBookings>();
        module.Job<AdvanceWaitingList>("advance-waiting-list", "0 * * ? * *");
        module.Job<RemindOfLoans>("remind-of-loans", "0 45 7 ? * MON-FRI");
        module.Provide(new CompetenceAction(CompetenceActions.Book, "Boka testbäddar och utrustning"));
        module.Provide(new CompetenceAction(CompetenceActions.LeadTest, "Leda ett test (inte i spår Liten)"));
        module.Provide(new WorkLink("/arbete/bokningar", "Mina bokningar", "Se, flytta och avboka det du har bokat.", TestbedsPermissions.Book, "Testbäddar och tester"));
        module.Provide(new WorkLink("/arbete/bokningar/ko", "Bokningar att svara på", "Godkänn bokningar, lämna ut och ta tillbaka.", TestbedsPermissions.ManageBookings, "Testbäddar och tester"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        FindFreeApi.Map(api);
        BookingApi.Map(api);
        TimesApi.Map(api);
        CalendarApi.Map(api);
        LabelApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<DemoBookings>().InstancePerLifetimeScope();
            builder.RegisterType<Allocation>().InstancePerLifetimeScope();
            builder.RegisterType<Approvers>().InstancePerLifetimeScope();
            builder.RegisterType<BookingNews>().InstancePerLifetimeScope();
            builder.RegisterType<ComingBookings>().InstancePerLifetimeScope();
            builder.RegisterType<FindFree.FindFree>().InstancePerLifetimeScope();
            builder.RegisterType<FreeTestbeds>().As<IFreeTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<BookPlaces>().InstancePerLifetimeScope();
            builder.RegisterType<ReadBooking>().InstancePerLifetimeScope();
            builder.RegisterType<ChangeBooking>().InstancePerLifetimeScope();
            builder.RegisterType<DecideBooking.DecideBooking>().InstancePerLifetimeScope();
            builder.RegisterType<CallOffBooking>().InstancePerLifetimeScope();
            builder.RegisterType<ListQueue>().InstancePerLifetimeScope();
            builder.RegisterType<ReadCalendar>().InstancePerLifetimeScope();
            builder.RegisterType<CalendarFeeds>().InstancePerLifetimeScope();
            builder.RegisterType<KeepTimes>().InstancePerLifetimeScope();
            builder.RegisterType<LendThings>().InstancePerLifetimeScope();
            builder.RegisterType<LabelCode>().InstancePerLifetimeScope();
        }
    }
}
