using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <summary>The words of a decision that has been sent, put right. What was decided stays; another outcome is a new decision.</summary>
internal sealed record DecisionCorrection(string? Reason, string? Reply);

/// <summary>Corrects a decision visibly: the first text stays, the corrected one stands beside it, and the submitter is told.</summary>
internal sealed class CorrectDecision(IdeasDbContext db, CurrentUser user, DecisionCases decisions, ReplyDelivery delivery, TimeProvider time)
{
    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, Guid decisionId, DecisionCorrection correction, CancellationToken cancellationToken)
    {
        if ((await decisions.FindAsync(caseNumber, decisionId, cancellationToken)).Failed(out var problem, out var found)) return problem;
        if (!found.MayAct) return DecisionCases.NotYours;
        var (idea, first, _) = found;
        var now = time.GetUtcNow();
        if (first.TakenBackAt is not null) return Problem.Conflict("Beslutet är taget tillbaka. Det finns inget att rätta.");
        if (first.EffectiveAt > now) return Problem.Conflict("Svaret har inte gått än. Ta tillbaka beslutet i stället.");
        var errors = Check(correction).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);

        var reason = correction.Reason!.Trim();
        var corrected = new Decision
        {
            Id = Guid.CreateVersion7(),
            IdeaId = idea.Id,
            Gate = first.Gate,
            Outcome = first.Outcome,
            Track = first.Track,
            FromStage = first.FromStage,
            ToStage = first.ToStage,
            CloseReason = first.CloseReason,
            RedirectTarget = first.RedirectTarget,
            MergedIntoId = first.MergedIntoId,
            DecidedAt = now,
            DecidedById = user.RequiredId,
            DecidedAs = first.DecidedAs,
            Presenter = first.Presenter,
            Participants = first.Participants,
            LegalBasis = first.LegalBasis,
            CommitteeParagraph = first.CommitteeParagraph,
            MeetingDay = first.MeetingDay,
            Impartial = first.Impartial,
            Reason = reason,
            Reply = string.IsNullOrWhiteSpace(correction.Reply) ? reason : correction.Reply.Trim(),
            EffectiveAt = now,
            CorrectsId = first.Id,
            EvidenceVersions = first.EvidenceVersions,
            Before = CaseBefore.Of(idea, 0).ToJson(),
        };
        db.Decisions.Add(corrected);
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Public,
            Kind = TimelineKinds.Corrected,
            Stage = first.FromStage,
            DecisionId = corrected.Id,
            ActorId = user.RequiredId,
            ActorRole = first.DecidedAs,
            Note = reason,
        });
        await delivery.QueueAsync(idea, corrected, cancellationToken);
        db.Audit(new AuditFact("ideas.decision-corrected", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["decision"] = corrected.Id.ToString(), ["corrects"] = first.Id.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return corrected.Id;
    }

    private static IEnumerable<FieldError> Check(DecisionCorrection correction)
    {
        if (string.IsNullOrWhiteSpace(correction.Reason)) yield return new("Reason", "Skriv det rättade skälet.");
        if (correction.Reason?.Length > DecisionRecordRules.MostReason) yield return new("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", correction.Reason.Length, DecisionRecordRules.MostReason));
        if (correction.Reply?.Length > DecisionRecordRules.MostReply) yield return new("Reply", new Text("Svaret är {0} tecken, högst {1} får plats.", correction.Reply.Length, DecisionRecordRules.MostReply));
    }
}
