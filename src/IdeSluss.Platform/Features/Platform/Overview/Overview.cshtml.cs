using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Platform.Features.Platform.Overview;

[RequirePermission(PlatformPermissions.ReadAdmin)]
internal sealed class OverviewModel(WhatNeedsAttention attention, IEnumerable<AdminLink> links, CurrentUser user) : IdeSlussPageModel
{
    public IReadOnlyList<AttentionItem> Items { get; private set; } = [];

    public IReadOnlyList<AdminLink> Links { get; } = [.. links.Where(link => user.Has(link.Permission))];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = await attention.FindAsync(cancellationToken);
}
