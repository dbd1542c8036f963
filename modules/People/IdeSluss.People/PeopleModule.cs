using IdeSluss.People.Accounts;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Demo;
using IdeSluss.People.Features.Access;
using IdeSluss.People.Features.Account;
using IdeSluss.People.Features.LogIn;
using IdeSluss.People.Features.Organisation;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Admin;
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
        module.SeedDemo<DemoPeopleSeeder>();

        module.Provide(new AdminLink("Nämnder och enheter", "/admin/organisation", PeoplePermissions.ManageOrganisation, "Lägg till, byt namn och avsluta."));
        module.Provide(new AdminLink("Personer och behörigheter", "/admin/behorigheter", PeoplePermissions.ManageAccess, "Bjud in personer och ge dem roller."));
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        TokenApi.Map(api);
        AccountApi.Map(api);
        OrganisationApi.Map(api);
        AccessApi.Map(api);
    }
}
