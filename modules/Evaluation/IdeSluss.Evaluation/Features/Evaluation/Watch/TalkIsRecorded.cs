using IdeSluss.Evaluation.Data;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>No decision on judgements that are far apart before those who made them have talked. One that is still under way stands in nobody's way.</summary>
internal sealed class TalkIsRecorded(EvaluationDbContext db) : IGateCheck
{
    public async Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().AnyAsync(one => one.IdeaId == request.IdeaId && one.Gate == request.Gate && one.TalkNeededAt != null && one.TalkedAt == null, cancellationToken)
            ? GateCheckResult.Missing(new FieldError("bedomning", "Bedömning: de som har bedömt idén ser olika på den. Skriv in vad deras samtal ledde till."))
            : GateCheckResult.Pass;
}
