using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Sdk.Jobs;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>Every quarter of an hour: warns of promises, reminds the silent, wakes the parked. It tells and proposes; people decide.</summary>
internal sealed class RunClocks(WarnOfPromises warn, RemindSubmitters remind, WakeParked wake, MoveToAuthority move, UnansweredMerges merges) : IScheduledTask
{
    /// <summary>Cases per round: memory and transactions stay small however many cases there are.</summary>
    public const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await move.RunAsync(cancellationToken);
        await wake.RunAsync(cancellationToken);
        await remind.RunAsync(cancellationToken);
        await merges.RunAsync(cancellationToken);
        await warn.RunAsync(cancellationToken);
    }
}
