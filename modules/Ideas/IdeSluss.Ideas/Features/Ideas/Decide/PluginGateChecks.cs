using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Asks every plugin's check. One that fails or hangs stops the decision: silence is never a yes.</summary>
internal sealed class PluginGateChecks(IEnumerable<IGateCheck> checks, IdeaRules rules, ILogger<PluginGateChecks> log)
{
    /// <returns>What is missing; a check that gives no answer is one entry that says so.</returns>
    public async Task<IReadOnlyList<FieldError>> AskAsync(GateCheckRequest request, CancellationToken cancellationToken)
    {
        var missing = new List<FieldError>();
        foreach (var check in checks) missing.AddRange(await AskOneAsync(check, request, cancellationToken));
        return missing;
    }

    private async Task<IReadOnlyList<FieldError>> AskOneAsync(IGateCheck check, GateCheckRequest request, CancellationToken cancellationToken)
    {
        var name = check.GetType().Name;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // On a thread of its own: a check that blocks before its first await must not hold the request either.
            var result = await Task.Run(() => check.CheckAsync(request, stop.Token), stop.Token).WaitAsync(rules.GateCheckTimeout, cancellationToken);
            return result.Errors;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        // The isolation point: whatever a plugin throws means that nobody knows whether the case may go on.
        catch (Exception failure)
        {
            await stop.CancelAsync();
            log.LogError(failure, "Gate check {Check} gave no answer at {Gate} for {IdeaId}.", name, request.Gate, request.IdeaId);
            return [new(name, new Text("Kontrollen {0} svarar inte. Det går inte att besluta förrän den gör det.", name))];
        }
    }
}
