using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>Who receives the result, on which terms, and whether they have said yes.</summary>
/// <param name="ByDecision">Accepted by the decision itself (track Liten): the terms are in the decision.</param>
internal sealed record ReceiverView(
    Guid Id, Guid UnitId, string Unit, string Status, string? IfStopped, string? IfRetested, string? IfGoesOn, int? Hours, int? Money,
    DateTimeOffset ProposedAt, DateOnly AnswerBy, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? DeclineReason, bool ByDecision, int Version)
{
    public Text State => Status switch
    {
        nameof(ReceiverStatus.Accepted) => "Tar emot",
        nameof(ReceiverStatus.Declined) => "Tackade nej",
        _ => "Tillfrågad",
    };

    /// <summary>Only supports the words.</summary>
    public StatusKind Kind => Status switch
    {
        nameof(ReceiverStatus.Accepted) => StatusKind.Success,
        nameof(ReceiverStatus.Declined) => StatusKind.Warning,
        _ => StatusKind.Info,
    };
}

/// <summary>The receiver of a case, for whoever has been let in to it.</summary>
internal sealed class CaseReceiver(IdeasDbContext db, IOrganisation organisation, IPeopleDirectory people)
{
    public async Task<ReceiverView?> OfAsync(Guid ideaId, CancellationToken cancellationToken) =>
        await db.Receivers.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == ideaId && one.EndedAt == null, cancellationToken) is { } receiver
            ? await ViewAsync(receiver, cancellationToken)
            : null;

    public async Task<ReceiverView> ViewAsync(ReceiverCommitment receiver, CancellationToken cancellationToken)
    {
        var unit = await organisation.UnitAsync(receiver.UnitId, cancellationToken);
        var answeredBy = receiver.AnsweredById is { } id ? await people.FindAsync(id, cancellationToken) : null;
        return new(receiver.Id, receiver.UnitId, unit?.Name ?? "", receiver.Status.ToString(), receiver.IfStopped, receiver.IfRetested, receiver.IfGoesOn, receiver.Hours, receiver.Money,
            receiver.ProposedAt, receiver.AnswerBy, receiver.AnsweredAt, answeredBy?.DisplayName, receiver.DeclineReason, receiver.DecisionId is not null, receiver.Version);
    }
}
