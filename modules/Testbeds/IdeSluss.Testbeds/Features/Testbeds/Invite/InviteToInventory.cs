using System.Net.Mail;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <param name="Unit">Code of a unit or an authority.</param>
/// <param name="Email">Who knows its environments; null asks the unit's manager.</param>
internal sealed record InviteRequest(string? Unit, string? Email);

internal enum InvitationState
{
    Waiting,
    Answered,

    /// <summary>Nobody answered while the link worked.</summary>
    Expired,
}

/// <param name="Testbed">The description asked about; null when new ones were asked for.</param>
internal sealed record InvitationLine(Guid Id, string Place, string? Testbed, DateTimeOffset SentAt, DateTimeOffset? RemindedAt, DateTimeOffset? AnsweredAt, InvitationState State, int Described, string? Note);

/// <summary>Asks a unit to describe where something new can be tried, and shows what came of it.</summary>
internal sealed class InviteToInventory(TestbedsDbContext db, InvitationMail mail, IOrganisation organisation, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<Guid>> InviteAsync(InviteRequest request, CancellationToken cancellationToken)
    {
        if (await organisation.PlaceAsync(request.Unit, cancellationToken) is not { } place) return Problem.Invalid(new FieldError("unit", "Nämnd eller enhet: välj ett av alternativen."));
        if (!me.Scope(TestbedsPermissions.Manage).Covers(place.Authority, place.Unit)) return Problem.Invalid(new FieldError("unit", "Nämnd eller enhet: du kan bara beskriva testbäddar där du har behörighet."));
        var email = request.Email?.Trim();
        if (string.IsNullOrEmpty(email))
        {
            if (await people.InRoleAsync(Roles.NeedOwner, place.Authority, place.Unit, cancellationToken) is not [var manager, ..]) return Problem.Invalid(new FieldError("email", "E-post: enheten har ingen chef i systemet. Skriv en adress."));
            email = manager.Email;
        }
        else if (email.Length > TestbedRecord.LongestLine || !MailAddress.TryCreate(email, out _))
        {
            return Problem.Invalid(new FieldError("email", "E-post: adressen ser inte rätt ut. Skriv till exempel namn@kommunen.se."));
        }

        var now = time.GetUtcNow();
        var since = now.AddDays(-InventoryInvitation.Days);
        if (await db.Invitations.AnyAsync(one => one.TestbedId == null && one.AuthorityId == place.Authority && one.UnitId == place.Unit && one.AnsweredAt == null && one.SentAt > since, cancellationToken))
            return Problem.Conflict("Enheten har redan en fråga som väntar på svar.");
        var invitation = new InventoryInvitation { Id = Guid.CreateVersion7(), AuthorityId = place.Authority, UnitId = place.Unit, Email = email, SentById = me.RequiredId, SentAt = now };
        db.Invitations.Add(invitation);
        await mail.SendAsync(invitation, cancellationToken);
        db.Audit(new("testbeds.unit-invited", "invitation", invitation.Id, me.RequiredId, place.Authority));
        await db.SaveChangesAsync(cancellationToken);
        return invitation.Id;
    }

    /// <summary>The latest hundred within one's scope: an inventory is done once a year.</summary>
    public async Task<IReadOnlyList<InvitationLine>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var scope = me.Scope(TestbedsPermissions.Manage);
        var (everything, authorities, units) = (scope.Everything, scope.Authorities, scope.Units);
        var rows = await db.Invitations.AsNoTracking()
            .Where(one => everything || authorities.Contains(one.AuthorityId) || (one.UnitId != null && units.Contains(one.UnitId.Value)))
            .OrderByDescending(one => one.SentAt).ThenByDescending(one => one.Id).Take(100)
            .Select(one => new { Invitation = one, Testbed = db.Testbeds.Where(testbed => testbed.Id == one.TestbedId).Select(testbed => testbed.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
        var lines = new List<InvitationLine>();
        foreach (var row in rows)
        {
            var one = row.Invitation;
            lines.Add(new(one.Id, await organisation.PlaceNameAsync(one.AuthorityId, one.UnitId, cancellationToken), row.Testbed, one.SentAt, one.RemindedAt, one.AnsweredAt,
                one.AnsweredAt is not null ? InvitationState.Answered : one.IsOpen(now) ? InvitationState.Waiting : InvitationState.Expired, one.Described, one.Note));
        }

        return lines;
    }
}
