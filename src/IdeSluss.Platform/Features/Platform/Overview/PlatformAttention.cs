using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Plugins;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Features.Platform.Overview;

/// <summary>What can go wrong in the platform itself: plugins, deliveries, mail and the audit chain.</summary>
internal sealed class PlatformAttention(PluginReport plugins, MessagingAdmin messaging, PlatformDbContext database, AuditAdmin audit) : IAttentionSource
{
    // Walking a long chain takes longer than someone waits for a page; the nightly check covers all of it.
    private static readonly TimeSpan LongestWalk = TimeSpan.FromSeconds(3);

    /// <summary>Attempts: about a quarter of an hour.</summary>
    private const int LateAfter = 5;

    public async Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken)
    {
        var items = new List<AttentionItem>();
        items.AddRange(plugins.Failed.Select(plugin => new AttentionItem(new Text("Tillägget {0} är inte igång.", plugin.Slug), "/admin/tillagg", Urgent: true)));

        var state = await messaging.StateAsync(cancellationToken);
        if (state.Parked > 0) items.Add(new(new Text("Händelser som har fastnat: {0}. Senare händelser i samma ärende väntar.", state.Parked), "/admin/utskick#handelser", Urgent: true));

        var parkedMail = await database.Set<MailRow>().CountAsync(row => row.Status == MailStatus.Parked, cancellationToken);
        if (parkedMail > 0) items.Add(new(new Text("Brev som inte gick att skicka: {0}.", parkedMail), "/admin/utskick", Urgent: true));

        var lateMail = await database.Set<MailRow>().CountAsync(row => row.Status == MailStatus.Queued && row.Attempt >= LateAfter, cancellationToken);
        if (lateMail > 0) items.Add(new(new Text("Brev som inte har gått i väg ännu: {0}. E-postservern svarar inte, eller säger nej för stunden. De skickas av sig själva när det går.", lateMail), "/admin/utskick"));

        if (await BrokenAtAsync(cancellationToken) is { } number)
            items.Add(new(new Text("Granskningsloggen är bruten vid rad {0}: något har ändrats eller tagits bort i efterhand.", number), "/admin/granskningslogg", Urgent: true));
        return items;
    }

    private async Task<long?> BrokenAtAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWalk);
        try
        {
            return (await audit.VerifyAsync(limit.Token)).BrokenAt;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
