using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What the requirements of a gate look at beside the forms.</summary>
/// <param name="Receiver">The proposal or acceptance that counts now.</param>
/// <param name="ReceivingUnit">Name of its unit; null when the unit no longer exists.</param>
/// <param name="Advice">Given at this gate since the case last came to its stage from another: what was advised before it went back is about something else.</param>
/// <param name="Consultations">Everyone who has been asked in the case and whose question was not withdrawn, in the order they were asked.</param>
/// <param name="Gate">The gate ahead; null where there is none.</param>
/// <param name="FormVersions">Form → version of its answers; a signature is compared with it.</param>
internal sealed record CaseFacts(
    string? Gate, DateOnly Today, ReceiverCommitment? Receiver, string? ReceivingUnit, IReadOnlyList<Domain.Advice> Advice, IReadOnlyList<Consultation> Consultations,
    IReadOnlyDictionary<string, int> FormVersions, RequirementWords Words)
{
    public static CaseFacts None { get; } = new(null, default, null, null, [], [], new Dictionary<string, int>(), RequirementWords.Codes);

    /// <summary>As they are once the answers given with the decision are saved: what was signed before them is not what is decided on.</summary>
    public CaseFacts WithAnswersTo(IEnumerable<string> forms)
    {
        var versions = new Dictionary<string, int>(FormVersions);
        foreach (var form in forms) versions[form] = versions.GetValueOrDefault(form) + 1;
        return this with { FormVersions = versions };
    }
}

/// <summary>Gathers <see cref="CaseFacts"/>. Whoever asks has already been let in to the case.</summary>
internal sealed class ReadCaseFacts(IdeasDbContext db, IOrganisation organisation, RequirementWords words, TimeProvider time)
{
    public async Task<CaseFacts> OfAsync(Idea idea, Gate? gate, IReadOnlyList<EvidenceAnswer> evidence, CancellationToken cancellationToken)
    {
        if (gate is null) return CaseFacts.None;
        var receiver = await db.Receivers.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.EndedAt == null, cancellationToken);
        var unit = receiver is null ? null : (await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(one => one.Id == receiver.UnitId);
        var arrived = await db.Decisions
            .Where(one => one.IdeaId == idea.Id && one.ToStage == idea.Stage && one.FromStage != idea.Stage && one.TakenBackAt == null && one.CorrectsId == null)
            .MaxAsync(one => (DateTimeOffset?)one.DecidedAt, cancellationToken);
        var advice = await db.Advice.AsNoTracking()
            .Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code && (arrived == null || one.At >= arrived))
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var consultations = await db.Consultations.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.Status != ConsultationStatus.Withdrawn).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return new(gate.Code, time.StockholmToday(), receiver, unit?.Name, advice, consultations, evidence.ToDictionary(one => one.Form, one => one.Version), words);
    }
}
