using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <param name="Accepts">Null is no answer yet.</param>
/// <param name="Version">Of the proposal that was read.</param>
internal sealed record ReceiverAnswer(Guid ProposalId, bool? Accepts, string? Reason, int Version);

/// <param name="MayAnswer">The reader is need owner where the unit lies, and it is not their own idea.</param>
internal sealed record AskedReceiver(string CaseNumber, string? Title, string? NeedSentence, string? PublicText, ReceiverView Receiver, bool MayAnswer, string Language, IReadOnlyList<ShownTranslation> Translations);

internal sealed record WaitingReceiver(string CaseNumber, string? Title, string Unit, DateOnly AnswerBy, bool Overdue);

/// <summary>
/// The need owner of the asked unit says yes or no to receiving the result. Nobody else does, whatever they may decide otherwise, and nobody for an idea of their own.
/// </summary>
internal sealed class AnswerReceiver(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IOrganisation organisation, IPeopleDirectory people, CaseReceiver receivers, ReadTranslations translations, TimeProvider time)
{
    private const int MostReason = 1_000;
    private const int MostListed = 100;

    /// <summary>What waits for the caller's answer, the soonest first.</summary>
    public async Task<IReadOnlyList<WaitingReceiver>> ListAsync(CancellationToken cancellationToken)
    {
        if (!user.HasRole(Roles.NeedOwner)) return [];
        var others = db.Ideas.NotOwn(user.RequiredId);
        var today = time.StockholmToday();
        var rows = await Asked()
            .Where(pair => pair.Receiver.Status == ReceiverStatus.Proposed && pair.Idea.Status != IdeaStatus.Closed && others.Any(idea => idea.Id == pair.Idea.Id))
            .OrderBy(pair => pair.Receiver.AnswerBy).ThenBy(pair => pair.Receiver.Id).Take(MostListed).AsNoTracking().ToListAsync(cancellationToken);
        var waiting = new List<WaitingReceiver>();
        foreach (var (receiver, idea) in rows.Select(row => (row.Receiver, row.Idea)))
            if (await IsAskedAsync(receiver, cancellationToken))
                waiting.Add(new(idea.CaseNumber, idea.PublicTitle, (await organisation.UnitAsync(receiver.UnitId, cancellationToken))?.Name ?? "", receiver.AnswerBy, receiver.AnswerBy < today));
        return waiting;
    }

    public async Task<Outcome<AskedReceiver>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } found) return GateCases.NoSuchCase;
        var (receiver, idea) = (found.Receiver, found.Idea);
        var mayAnswer = receiver.Status == ReceiverStatus.Proposed && idea.IsOpen && !SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email) && await IsAskedAsync(receiver, cancellationToken);
        return new AskedReceiver(idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, await receivers.ViewAsync(receiver, cancellationToken), mayAnswer, idea.Language, await translations.ForReadingAsync(idea, cancellationToken));
    }

    public async Task<Outcome<Done>> HandleAsync(string caseNumber, ReceiverAnswer answer, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } found) return GateCases.NoSuchCase;
        var (receiver, idea) = (found.Receiver, found.Idea);
        if (receiver.Id != answer.ProposalId || receiver.Version != answer.Version) return Problem.Stale();
        if (!await IsAskedAsync(receiver, cancellationToken)) return Problem.Forbidden("Bara behovsägaren i den tillfrågade enheten svarar. Du kan läsa men inte svara.");
        if (SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return Problem.Forbidden("Du kan inte ta emot en idé som är din egen eller som du har anmält jäv för. Be idécoachen att fråga någon annan.");
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is null) return GateCases.ReadOnly;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat.");
        if (receiver.Status != ReceiverStatus.Proposed) return Problem.Conflict("Ni har redan svarat.");
        var errors = Check(answer).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);

        var now = time.GetUtcNow();
        var unit = await organisation.UnitAsync(receiver.UnitId, cancellationToken);
        receiver.Status = answer.Accepts == true ? ReceiverStatus.Accepted : ReceiverStatus.Declined;
        receiver.AnsweredAt = now;
        receiver.AnsweredById = user.RequiredId;
        await ReceiverTasks.DoneAsync(db, idea.Id, user.RequiredId, now, cancellationToken);
        if (answer.Accepts == true) Accept(idea, receiver, unit?.Name ?? "", now);
        else Decline(idea, receiver, unit?.Name ?? "", answer.Reason!.Trim(), now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    private void Accept(Idea idea, ReceiverCommitment receiver, string unit, DateTimeOffset now)
    {
        (idea.ReceivingUnitId, idea.ReceivingAuthorityId) = (receiver.UnitId, receiver.AuthorityId);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverAccepted, Audience.Public, user.RequiredId, Roles.NeedOwner, unit, now));
        db.Audit(ReceiverLines.Fact("ideas.receiver-accepted", idea, receiver, user.RequiredId));
        db.Publish(new ReceiverAccepted(idea.Id, idea.CaseNumber, receiver.Id, receiver.UnitId, receiver.AuthorityId, user.RequiredId, now), idea.Id);
    }

    private void Decline(Idea idea, ReceiverCommitment receiver, string unit, string reason, DateTimeOffset now)
    {
        receiver.DeclineReason = reason;
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverDeclined, Audience.Internal, user.RequiredId, Roles.NeedOwner, $"{unit}: {reason}", now));
        db.Audit(ReceiverLines.Fact("ideas.receiver-declined", idea, receiver, user.RequiredId));
        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = CoachTaskKind.ChooseReceiver, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId,
            CreatedAt = now, VisibleFrom = now, Due = ReceiverRules.AnswerBy(now), What = "Enheten tackade nej. Föreslå en annan mottagare.",
        });
    }

    private static IEnumerable<FieldError> Check(ReceiverAnswer answer)
    {
        if (answer.Accepts is null) yield return new(nameof(answer.Accepts), "Välj om enheten tar emot eller inte.");
        if (answer.Accepts == false && string.IsNullOrWhiteSpace(answer.Reason)) yield return new(nameof(answer.Reason), "Skriv varför ni tackar nej.");
        if (answer.Reason?.Length > MostReason) yield return new(nameof(answer.Reason), new Text("Texten är {0} tecken, högst {1} får plats.", answer.Reason.Length, MostReason));
    }

    private async Task<Pair?> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await Asked().FirstOrDefaultAsync(pair => pair.Idea.CaseNumber == caseNumber, cancellationToken) is not { } found) return null;
        await db.Ideas.WithOwners().SingleAsync(idea => idea.Id == found.Idea.Id, cancellationToken);
        return found;
    }

    /// <summary>By where the asked unit lies, not the case: the case may belong to quite another authority.</summary>
    private IQueryable<Pair> Asked()
    {
        var scope = user.Scope(IdeasPermissions.Decide);
        var (everything, authorities, units) = (scope.Everything, scope.Authorities, scope.Units);
        return db.Receivers.Where(receiver => receiver.EndedAt == null && (everything || authorities.Contains(receiver.AuthorityId) || units.Contains(receiver.UnitId)))
            .Join(db.Ideas.Where(idea => !idea.Restricted), receiver => receiver.IdeaId, idea => idea.Id, (receiver, idea) => new Pair { Receiver = receiver, Idea = idea });
    }

    /// <summary>The permission's scope joins all of one's roles; what counts is the role of need owner there.</summary>
    private async Task<bool> IsAskedAsync(ReceiverCommitment receiver, CancellationToken cancellationToken) =>
        user.HasRole(Roles.NeedOwner) && (await people.InRoleAsync(Roles.NeedOwner, receiver.AuthorityId, receiver.UnitId, cancellationToken)).Any(person => person.Id == user.Id);

    private sealed class Pair
    {
        public required ReceiverCommitment Receiver { get; init; }
        public required Idea Idea { get; init; }
    }
}
