using IdeSluss.People.Access;
using IdeSluss.People.Accounts;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.People;

/// <summary>Who works here, what they may do, and the organisation they do it in.</summary>
public sealed class PeopleModule : IModule
{
    public string Name => "people";

    public void Compose(IModuleBuilder module)
    {
        module.Database<PeopleDbContext>();
        module.Services(IdentitySetup.Register);
        module.Services(new PeopleRegistrations());

        foreach (var permission in PeoplePermissions.All) module.Permission(permission);

        module.Publishes<PersonDeactivated>();

        module.Seed<OrganisationSeeder>();
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
