using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTest;

[RequirePermission(TestbedsPermissions.ReadTests)]
internal sealed class TestListModel(ReadTests tests) : IdeSlussPageModel
{
    public static IReadOnlyList<(TestsView View, string Address, string Label)> Views { get; } =
    [
        (TestsView.Open, "alla", "På gång"),
        (TestsView.Mine, "mina", "Som jag leder"),
        (TestsView.Closed, "avslutade", "Avslutade"),
    ];

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public TestsView View { get; private set; }

    public Page<TestLine> Tests { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = Views.FirstOrDefault(one => one.Address == Show).View;
        Tests = await tests.ListAsync(View, After, cancellationToken);
    }
}
