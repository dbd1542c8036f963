using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Sdk.Jobs;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>Every quarter of an hour: what others were asked before decisions, and the times that laws set. It reminds and proposes; people decide.</summary>
internal sealed class RunPreparationClocks(WatchConsultations consultations, WatchLegalClocks clocks) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await consultations.RunAsync(cancellationToken);
        await clocks.RunAsync(cancellationToken);
    }
}
