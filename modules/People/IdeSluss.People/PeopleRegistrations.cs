using Autofac;
using IdeSluss.People.Access;
using IdeSluss.People.Accounts;
using IdeSluss.People.Contracts;
using IdeSluss.People.Demo;
using IdeSluss.People.Features.Access;
using IdeSluss.People.Features.Account;
using IdeSluss.People.Features.ChoosePassword;
using IdeSluss.People.Features.CreateAccount;
using IdeSluss.People.Features.ForgotPassword;
using IdeSluss.People.Features.LogIn;
using IdeSluss.People.Features.Organisation;
using IdeSluss.People.Features.ResetPassword;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;

namespace IdeSluss.People;

internal sealed class PeopleRegistrations : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterType<OrganisationCache>().SingleInstance();
        builder.RegisterType<CurrentOrganisation>().As<IOrganisation>().InstancePerLifetimeScope();
        builder.RegisterType<OrganisationSeeder>().AsSelf().InstancePerLifetimeScope();

        builder.RegisterType<RoleGrants>().SingleInstance();
        builder.RegisterType<CurrentUserLoader>().As<ICurrentUserLoader>().InstancePerLifetimeScope();
        builder.RegisterType<PeopleDirectory>().As<IPeopleDirectory>().InstancePerLifetimeScope();

        builder.RegisterType<Languages>().SingleInstance();
        builder.RegisterType<AccountLinks>().InstancePerLifetimeScope();
        builder.RegisterType<AccountMail>().InstancePerLifetimeScope();
        builder.RegisterType<AccountCreation>().InstancePerLifetimeScope();
        builder.RegisterType<AdministratorCreation>().As<IAdministratorCreation>().InstancePerLifetimeScope();

        builder.RegisterType<LogIn>().InstancePerLifetimeScope();
        builder.RegisterType<RefreshToken>().InstancePerLifetimeScope();
        builder.RegisterType<ForgotPassword>().InstancePerLifetimeScope();
        builder.RegisterType<ResetPassword>().InstancePerLifetimeScope();
        builder.RegisterType<ChoosePassword>().InstancePerLifetimeScope();
        builder.RegisterType<CreateAccount>().InstancePerLifetimeScope();
        builder.RegisterType<RememberLanguage>().As<IRememberLanguage>().InstancePerLifetimeScope();
        builder.RegisterType<OwnAccount>().InstancePerLifetimeScope();

        builder.RegisterType<ListOrganisation>().InstancePerLifetimeScope();
        builder.RegisterType<EditOrganisation>().InstancePerLifetimeScope();

        builder.RegisterType<ListPeople>().InstancePerLifetimeScope();
        builder.RegisterType<ShowPerson>().InstancePerLifetimeScope();
        builder.RegisterType<ChangeAccess>().InstancePerLifetimeScope();
        builder.RegisterType<InvitePerson>().InstancePerLifetimeScope();

        builder.RegisterType<DemoPeopleSeeder>().AsSelf().InstancePerLifetimeScope();
        builder.RegisterType<DemoNotes>().As<IStartUpNotes>().SingleInstance();
    }
}
