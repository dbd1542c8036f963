using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class RequestListModel(AnswerRequests requests) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<RequestLine> Requests { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Requests = await requests.ListAsync(After, cancellationToken);
}
