using IdeSluss.Platform.Files;
using IdeSluss.Platform.Health;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Platform.Features.Platform.Files;

/// <summary>How the files are: sums, whether more can be taken in, and what must be restored.</summary>
[RequirePermission(PlatformPermissions.ReadAdmin)]
internal sealed class FilesPageModel(FileAdmin admin, FileHealth health) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public Guid? After { get; set; }

    public FileSums Sums { get; private set; } = new(0, 0, 0, 0, 0);

    public Page<DamagedFile> Damaged { get; private set; } = new([], null);

    public IReadOnlyList<ReadyPart> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sums = await admin.SumsAsync(cancellationToken);
        Damaged = await admin.DamagedAsync(After, cancellationToken);
        Parts = await health.CheckAsync(cancellationToken);
    }
}
