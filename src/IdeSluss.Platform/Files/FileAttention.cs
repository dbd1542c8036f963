using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Platform.Files;

/// <summary>Files that are missing or changed, and a store or scanner that does not answer.</summary>
internal sealed class FileAttention(FileAdmin admin, FileHealth health) : IAttentionSource
{
    private const string Page = "/admin/filer";

    public async Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken)
    {
        var items = new List<AttentionItem>();
        if (await admin.CountDamagedAsync(cancellationToken) is > 0 and var damaged)
            items.Add(new(new Text("Filer som saknas eller är skadade: {0}. Hämta tillbaka dem från säkerhetskopian.", damaged), Page, Urgent: true));
        foreach (var part in (await health.CheckAsync(cancellationToken)).Where(part => !part.Ready))
            items.Add(new(part.Name == "scanner" ? "Viruskontrollen svarar inte. Inga filer tas emot förrän den gör det." : "Filer går inte att spara: lagringen svarar inte eller är full.", Page, Urgent: true));
        return items;
    }
}
