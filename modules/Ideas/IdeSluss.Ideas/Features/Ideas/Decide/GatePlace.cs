using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Where the deciding roles are looked for: in the case's own unit, or at a hand-over in the unit that has accepted to receive.</summary>
internal readonly record struct GatePlace(Guid AuthorityId, Guid? UnitId)
{
    public static GatePlace Of(Idea idea, Gate? gate) => Of(gate, idea.AuthorityId, idea.UnitId, idea.ReceivingAuthorityId, idea.ReceivingUnitId);

    public static GatePlace Of(Gate? gate, Guid authority, Guid? unit, Guid? receivingAuthority, Guid? receivingUnit) =>
        gate is { AtReceiver: true } && receivingAuthority is { } there ? new(there, receivingUnit) : new(authority, unit);
}
