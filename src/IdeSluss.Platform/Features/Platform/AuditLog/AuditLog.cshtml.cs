using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Platform.Features.Platform.AuditLog;

[RequirePermission(PlatformPermissions.ReadAudit)]
internal sealed class AuditLogModel(AuditAdmin audit) : IdeSlussPageModel
{
    // As many as AuditAdmin hands out at a time.
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "efter")]
    public Guid? After { get; set; }

    /// <summary>Walking the whole chain takes its time, so one asks for it.</summary>
    [BindProperty(SupportsGet = true, Name = "kontrollera")]
    public bool Verify { get; set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public ChainReport? Chain { get; private set; }

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lines = await audit.NewestAsync(After, cancellationToken);
        Next = Lines.Count == PageSize ? Lines[^1].Id.ToString() : null;
        if (Verify) Chain = await audit.VerifyAsync(cancellationToken);
    }
}
