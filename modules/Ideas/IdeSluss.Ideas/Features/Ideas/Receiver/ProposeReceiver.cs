using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <param name="Closed">Why no receiver can be proposed now; null when one can.</param>
internal sealed record ReceiverScreen(string CaseNumber, string? Title, ReceiverView? Receiver, IReadOnlyList<UnitInfo> Units, Text? Closed);

/// <summary>
/// The coach asks a unit to receive the result before anything is tested. Another unit or other terms end what was accepted: nobody is held to what they have not read.
/// </summary>
internal sealed class ProposeReceiver(
    IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IOrganisation organisation, IPeopleDirectory people, CaseReceiver receivers, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<ReceiverScreen>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        var closed = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is null ? GateCases.ReadOnly : ReceiverRules.Closed(idea);
        return new ReceiverScreen(idea.CaseNumber, idea.PublicTitle, await receivers.OfAsync(idea.Id, cancellationToken), await organisation.UnitsAsync(cancellationToken), closed?.Message);
    }

    /// <returns>Id of the proposal.</returns>
    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, ReceiverProposal proposal, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is null) return GateCases.ReadOnly;
        if (ReceiverRules.Closed(idea) is { } closed) return closed;
        var present = await db.Receivers.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.EndedAt == null, cancellationToken);
        if (present?.Id != proposal.Replaces) return Problem.Stale();
        var errors = ReceiverRules.Check(proposal).ToList();
        var unit = (await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(one => one.Id == proposal.UnitId);
        if (unit is null && proposal.UnitId is not null) errors.Add(new(nameof(proposal.UnitId), "Mottagare: enheten finns inte. Välj en annan."));
        var asked = unit is null ? null : (await people.InRoleAsync(Roles.NeedOwner, unit.AuthorityId, unit.Id, cancellationToken)).FirstOrDefault(person => !SeparationOfDuties.IsOwn(idea, person.Id, person.Email));
        if (unit is not null && asked is null) errors.Add(new(nameof(proposal.UnitId), "Mottagare: ingen är behovsägare där och kan svara. Välj en annan enhet, eller be systemförvaltaren ge någon rollen."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var now = time.GetUtcNow();
        if (present is not null) EndReceiver.Now(db, idea, present, user.RequiredId, now);
        var receiver = new ReceiverCommitment
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, UnitId = unit!.Id, AuthorityId = unit.AuthorityId, IfStopped = proposal.IfStopped!.Trim(), IfRetested = proposal.IfRetested!.Trim(),
            IfGoesOn = proposal.IfGoesOn!.Trim(), Hours = proposal.Hours, Money = proposal.Money, ProposedAt = now, ProposedById = user.RequiredId, AnswerBy = ReceiverRules.AnswerBy(now),
        };
        db.Receivers.Add(receiver);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverProposed, Audience.Internal, user.RequiredId, Roles.IdeaCoach, unit.Name, now));
        db.Audit(ReceiverLines.Fact("ideas.receiver-proposed", idea, receiver, user.RequiredId));
        await ReceiverTasks.DoneAsync(db, idea.Id, null, now, cancellationToken);
        Ask(idea, receiver, asked!, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
        // Two proposed at the same moment.
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Stale();
        }

        return receiver.Id;
    }

    private void Ask(Idea idea, ReceiverCommitment receiver, PersonInfo asked, DateTimeOffset now)
    {
        db.Tasks.Add(new CoachTask
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = CoachTaskKind.AnswerReceiver, Role = Roles.NeedOwner, AuthorityId = receiver.AuthorityId, AssigneeId = asked.Id,
            CreatedAt = now, VisibleFrom = now, Due = receiver.AnswerBy, What = "Svara om er enhet vill ta emot resultatet.",
        });
        using var _ = new SpeakingTo(asked.Language);
        db.Send(new OutgoingMail(
            asked.Email, texts["Vill er enhet ta emot resultatet av {0}?", idea.CaseNumber],
            texts["Hej!\n\nEr enhet är tillfrågad om att ta emot resultatet av idén {0} om den testas. Läs villkoren och svara här:\n{1}/att-besluta/{0}/mottagare\n", idea.CaseNumber, instance.PublicAddress],
            idea.CaseNumber));
    }

    private Task<Idea?> FindAsync(string caseNumber, CancellationToken cancellationToken) =>
        db.Ideas.Within(user.Scope(IdeasPermissions.Prepare)).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
}
