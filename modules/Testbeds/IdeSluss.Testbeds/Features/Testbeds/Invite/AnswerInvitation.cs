using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <summary>What the one who was asked sees.</summary>
/// <param name="Name">Of the description asked about; null when new ones are asked for.</param>
/// <param name="Described">How many have been described so far.</param>
internal sealed record OpenInvitation(string Place, string? Name, string? Description, string? Address, string? ContactRole, int Described);

/// <summary>The short form: what an office needs to know before it asks more. Everything else is filled in by those who look after the inventory.</summary>
internal sealed record ShortDescription(
    string? Name, string? Description, TestbedKind? Kind, List<string>? Capabilities, List<string>? TargetGroups, string? Address, string? ContactRole, Dictionary<string, bool?>? Accessibility);

/// <summary>Answers by the link of a mail, without an account. What is described is seen by the office alone until it publishes it.</summary>
internal sealed class AnswerInvitation(TestbedsDbContext db, SaveTestbed save, InvitationLinks links, IOrganisation organisation, TimeProvider time)
{
    /// <summary>More than a unit has; a link that leaks must not fill the inventory.</summary>
    private const int MostDescribed = 20;

    private static readonly Problem NoSuchInvitation = Problem.NotFound("Länken fungerar inte längre. Be den som skickade den om en ny.");

    public async Task<Outcome<OpenInvitation>> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { } invitation) return NoSuchInvitation;
        var testbed = invitation.TestbedId is { } id ? await db.Testbeds.AsNoTracking().FirstAsync(one => one.Id == id, cancellationToken) : null;
        return new OpenInvitation(await organisation.PlaceNameAsync(invitation.AuthorityId, invitation.UnitId, cancellationToken), testbed?.Name, testbed?.ShortDescription, testbed?.Address, testbed?.ContactRole, invitation.Described);
    }

    /// <summary>One more environment; the link goes on working until <see cref="FinishAsync"/>.</summary>
    public async Task<Outcome<int>> DescribeAsync(string token, ShortDescription input, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { TestbedId: null } invitation) return NoSuchInvitation;
        if (invitation.Described >= MostDescribed) return Problem.Conflict(new Text("Ni har beskrivit {0} platser. Hör av er till oss om ni har fler.", MostDescribed));
        var record = new TestbedRecord
        {
            Name = input.Name, ShortDescription = input.Description, Kind = input.Kind, Capabilities = input.Capabilities ?? [], TargetGroups = input.TargetGroups ?? [], Address = input.Address, ContactRole = input.ContactRole,
            ContactEmail = invitation.Email, Accessibility = input.Accessibility ?? [], Access = TestbedAccess.Internal, Status = TestbedStatus.Planned, Languages = ["SV"], Cost = TestbedCost.Free,
            Unit = invitation.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Code : null, Authority = (await organisation.AuthorityAsync(invitation.AuthorityId, cancellationToken))?.Code,
        };
        // The invitation says where; what is asked for here is the rest.
        if ((await save.CheckAsync(record, PermissionScope.All, cancellationToken)).Failed(out var problem, out var place))
            return problem with { Errors = [.. problem.Errors.Select(error => error.Field == "shortDescription" ? error with { Field = "description" } : error)] };
        var testbed = await save.AddAsync(record, place, cancellationToken);
        invitation.Described++;
        db.Audit(new("testbeds.testbed-described", "testbed", testbed.Id, null, testbed.AuthorityId, new Dictionary<string, string> { ["invitation"] = invitation.Id.ToString() }));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        return invitation.Described;
    }

    /// <summary>Nothing more to describe, with a word on why if there was nothing.</summary>
    public Task<Outcome<Done>> FinishAsync(string token, string? note, CancellationToken cancellationToken) => AnswerAsync(token, note, noteRequired: false, _ => { }, cancellationToken);

    public Task<Outcome<Done>> ConfirmAsync(string token, CancellationToken cancellationToken) => AnswerAsync(token, null, noteRequired: false, testbed =>
    {
        if (testbed is null) return;
        testbed.ConfirmedAt = time.GetUtcNow();
        testbed.ValidUntil = null;
    }, cancellationToken);

    /// <summary>The description is no longer right; the office changes it.</summary>
    public Task<Outcome<Done>> ReportChangeAsync(string token, string? note, CancellationToken cancellationToken) => AnswerAsync(token, note, noteRequired: true, _ => { }, cancellationToken);

    private async Task<Outcome<Done>> AnswerAsync(string token, string? note, bool noteRequired, Action<Testbed?> change, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { } invitation) return NoSuchInvitation;
        note = note?.Trim();
        if (noteRequired && string.IsNullOrEmpty(note)) return Problem.Invalid(new FieldError("note", "Vad har ändrats: fyll i."));
        if (note?.Length > InventoryInvitation.LongestNote) return Problem.Invalid(new FieldError("note", new Text("Skriv högst {0} tecken.", InventoryInvitation.LongestNote)));
        change(invitation.TestbedId is { } id ? await db.Testbeds.FirstAsync(one => one.Id == id, cancellationToken) : null);
        (invitation.AnsweredAt, invitation.Note, invitation.Email) = (time.GetUtcNow(), string.IsNullOrEmpty(note) ? null : note, null);
        db.Audit(new("testbeds.invitation-answered", "invitation", invitation.Id, null, invitation.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private async Task<InventoryInvitation?> OpenAsync(string token, CancellationToken cancellationToken) =>
        links.IdOf(token) is { } id && await db.Invitations.FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is { } invitation && invitation.IsOpen(time.GetUtcNow()) ? invitation : null;
}
