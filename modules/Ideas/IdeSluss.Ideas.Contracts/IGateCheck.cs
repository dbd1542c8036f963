using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// Something outside the forms that must hold before a case goes on: a booking in another system, a signature in a register. Registered as a service and asked
/// at every gate before an outcome that needs evidence. One that throws or does not answer in time means "cannot decide", never a silent pass.
/// </summary>
/// <example><code>
/// internal sealed class RoomIsBooked(BookingClient bookings) : IGateCheck
/// {
///     public async Task&lt;GateCheckResult&gt; CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) =>
///         request.Gate != Gates.Test || await bookings.HasAsync(request.CaseNumber, cancellationToken)
///             ? GateCheckResult.Pass
///             : GateCheckResult.Missing(new FieldError("bokning", "Testmiljö: boka en tid."));
/// }
/// </code></example>
public interface IGateCheck
{
    Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken);
}

/// <summary>The decision someone is about to take: codes and ids, no personal text.</summary>
/// <param name="Track">The track the case is in, or is being put in.</param>
public sealed record GateCheckRequest(Guid IdeaId, string CaseNumber, Guid AuthorityId, Guid? UnitId, string WorkflowKey, string Gate, string Outcome, string? Track);

/// <summary>What is missing; shown in the same list as missing evidence.</summary>
public sealed record GateCheckResult(IReadOnlyList<FieldError> Errors)
{
    public static GateCheckResult Pass { get; } = new([]);

    public static GateCheckResult Missing(params FieldError[] errors) => new(errors);
}
