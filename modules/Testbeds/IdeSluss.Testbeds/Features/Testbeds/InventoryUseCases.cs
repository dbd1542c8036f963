using Autofac;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using IdeSluss.Testbeds.Features.Testbeds.Demo;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using IdeSluss.Testbeds.Features.Testbeds.Equipment;
using IdeSluss.Testbeds.Features.Testbeds.Exchange;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using IdeSluss.Testbeds.Features.Testbeds.Match;
using IdeSluss.Testbeds.Features.Testbeds.Pictures;
using IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Finding and reading test beds, describing them, and keeping the descriptions true.</summary>
internal static class InventoryUseCases
{
    /// <summary>The list of test beds as it is before anything is chosen.</summary>
    public const string CataloguePages = "testbeds.catalogue";

    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Seed<TaxonomySeeder>();
        module.SeedDemo<DemoTestbeds>();
        module.Job<RemindOfInventory>("remind-of-inventory", "0 15 7 ? * MON-FRI");
        module.Provide(new KeptPages(CataloguePages, typeof(TestbedsDbContext), typeof(Testbed), typeof(TestbedPicture), typeof(TaxonomyTerm)));
        module.Provide(new SiteLink("/testbaddar", "Testbäddar"));
        module.Provide(new WorkLink("/arbete/testbaddar", "Testbäddar", "Beskriv platser där idéer kan provas, och håll det aktuellt.", TestbedsPermissions.Read, "Testbäddar och tester"));
        module.Provide(new AdminLink("Testbäddarnas ordlistor", "/admin/testbaddar", TestbedsPermissions.ManageTaxonomy, "Ord som testbäddar beskrivs och söks med."));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        CatalogueApi.Map(api);
        ReadTestbedApi.Map(api);
        InventoryApi.Map(api);
        TermsApi.Map(api);
        InviteApi.Map(api);
        MatchApi.Map(api);
        ExchangeApi.Map(api);
        EquipmentApi.Map(api);
        PicturesApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<KeptTaxonomy>().SingleInstance();
            builder.RegisterType<TaxonomySeeder>().InstancePerLifetimeScope();
            builder.RegisterType<DemoTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<ListTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<ReadTestbed.ReadTestbed>().InstancePerLifetimeScope();
            builder.RegisterType<OfficeTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<SaveTestbed>().InstancePerLifetimeScope();
            builder.RegisterType<ChangeState>().InstancePerLifetimeScope();
            builder.RegisterType<SaveResource>().InstancePerLifetimeScope();
            builder.RegisterType<ListEquipment>().InstancePerLifetimeScope();
            builder.RegisterType<ExamplePictures>().SingleInstance();
            builder.RegisterType<KeepPictures>().InstancePerLifetimeScope();
            builder.RegisterType<ShowPicture>().InstancePerLifetimeScope();
            builder.RegisterType<EditTerms>().InstancePerLifetimeScope();
            builder.RegisterType<ExportTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<ImportTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<SuggestTestbeds>().InstancePerLifetimeScope();
            builder.RegisterType<InvitationLinks>().SingleInstance();
            builder.RegisterType<InvitationMail>().InstancePerLifetimeScope();
            builder.RegisterType<InviteToInventory>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerInvitation>().InstancePerLifetimeScope();
        }
    }
}
