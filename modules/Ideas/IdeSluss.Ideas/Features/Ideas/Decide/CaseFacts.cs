using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What the requirements of a gate look at beside the forms.</summary>
/// <param name="Receiver">The proposal or acceptance that counts now.</param>
/// <param name="ReceivingUnit">Name of its unit; null when the unit no longer exists.</param>
/// <param name="Advice">Given at this gate since the case last came to its stage from another: what was advised before it went back is about something else.</param>
internal sealed record CaseFacts(ReceiverCommitment? Receiver, string? ReceivingUnit, IReadOnlyList<Domain.Advice> Advice)
{
    public static CaseFacts None { get; } = new(null, null, []);
}

/// <summary>Gathers <see cref="CaseFacts"/>. Whoever asks has already been let in to the case.</summary>
internal sealed class ReadCaseFacts(IdeasDbContext db, IOrganisation organisation)
{
    public async Task<CaseFacts> OfAsync(Idea idea, Gate? gate, CancellationToken cancellationToken)
    {
        var receiver = await db.Receivers.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.EndedAt == null, cancellationToken);
        if (gate is null) return CaseFacts.None with { Receiver = receiver };
        var unit = receiver is null ? null : (await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(one => one.Id == receiver.UnitId);
        var arrived = await db.Decisions
            .Where(one => one.IdeaId == idea.Id && one.ToStage == idea.Stage && one.FromStage != idea.Stage && one.TakenBackAt == null && one.CorrectsId == null)
            .MaxAsync(one => (DateTimeOffset?)one.DecidedAt, cancellationToken);
        var advice = await db.Advice.AsNoTracking()
            .Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code && (arrived == null || one.At >= arrived))
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return new(receiver, unit?.Name, advice);
    }
}
