using Autofac;
using IdeSluss.People.Access;
using IdeSluss.People.Contracts;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Security;

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
    }
}
