using IdeSluss.Sdk.Composition;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds;

/// <summary>Environments where ideas can be tried, from inventory to test. A table of contents: what is declared here is found in the folder it names.</summary>
public sealed class TestbedsModule : IModule
{
    public string Name => "testbeds";

    public void Compose(IModuleBuilder module)
    {
        module.Database<TestbedsDbContext>();
        foreach (var permission in TestbedsPermissions.All) module.Permission(permission);
        foreach (var law in Laws.All) module.Provide(law);

        InventoryUseCases.Compose(module);
        BookingUseCases.Compose(module);
        TrialUseCases.Compose(module);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        InventoryUseCases.MapApi(api);
        BookingUseCases.MapApi(api);
        TrialUseCases.MapApi(api);
    }
}
