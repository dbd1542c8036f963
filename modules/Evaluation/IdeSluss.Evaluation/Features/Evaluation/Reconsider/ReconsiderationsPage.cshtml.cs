using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

[RequirePermission(EvaluationPermissions.Reconsider)]
internal sealed class ReconsiderationsPageModel(ReadReconsiderations read) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public bool Waiting => Show != "avgjorda";

    public Page<ReconsiderationLine> Lines { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await read.ListAsync(Waiting, After, cancellationToken);
}
