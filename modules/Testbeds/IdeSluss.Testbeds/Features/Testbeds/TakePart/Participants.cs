using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

/// <param name="Name">Null once the contact data is gone.</param>
internal sealed record ParticipantLine(
    Guid Id, int Order, string? Name, string? Reach, ParticipantGroup Group, AgeBand Age, string? TextVersion, string? Language, ConsentFormat? Format, ConsentGiver? GivenBy, string? Mandate, DateOnly? GivenOn, DateOnly? WithdrawnOn);

internal sealed record TestParticipants(string Number, string? Title, TrialStatus Status, DateOnly? ContactsUntil, IReadOnlyList<ParticipantLine> People);

internal sealed record SavedParticipant(Guid Id, int Order);

/// <summary>
/// Who takes part in a test. Only the one who leads that very test sees it or writes in it: for everyone else the page is not there. Who withdraws is forgotten the same day;
/// what remains is a number.
/// </summary>
internal sealed class Participants(TestbedsDbContext db, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<TestParticipants>> ReadAsync(string number, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        var people = await db.Participants.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order).Take(TakePartRules.MostParticipants)
            .Select(one => new { Participant = one, one.Consent, Contact = db.ParticipantContacts.FirstOrDefault(contact => contact.ParticipantId == one.Id) }).ToListAsync(cancellationToken);
        return new TestParticipants(trial.Number, trial.Title, trial.Status, trial.ContactsUntil,
        [
            .. people.Select(one => new ParticipantLine(one.Participant.Id, one.Participant.Order, one.Contact?.Name, one.Contact?.Reach, one.Participant.Group, one.Participant.Age, one.Consent?.TextVersion,
                one.Consent?.Language, one.Consent?.Format, one.Consent?.GivenBy, one.Consent?.Mandate, one.Consent?.GivenOn, one.Participant.WithdrawnOn)),
        ]);
    }

    public async Task<Outcome<SavedParticipant>> AddAsync(string number, ParticipantInput input, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (trial.Status is not (TrialStatus.Preparing or TrialStatus.Running)) return Problem.Conflict("Testet är slut. Ingen mer kan vara med.");
        if (TakePartRules.Check(input, time.StockholmToday()).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var last = await db.Participants.Where(one => one.TrialId == trial.Id).MaxAsync(one => (int?)one.Order, cancellationToken) ?? 0;
        if (last >= TakePartRules.MostParticipants) return Problem.Conflict(new Text("Ett test kan ha högst {0} deltagare.", TakePartRules.MostParticipants));

        var id = Guid.CreateVersion7();
        db.Participants.Add(new() { Id = id, TrialId = trial.Id, Order = last + 1, Group = input.Group!.Value, Age = input.Age!.Value });
        db.ParticipantContacts.Add(new() { ParticipantId = id, TrialId = trial.Id, Name = input.Name!.Trim(), Reach = input.Reach.OrNothing() });
        db.Consents.Add(new()
        {
            ParticipantId = id, TextVersion = input.TextVersion!.Trim(), Language = input.Language!, Format = input.Format!.Value, GivenBy = input.GivenBy!.Value,
            Mandate = input.GivenBy == ConsentGiver.Self ? null : input.Mandate.OrNothing(), GivenOn = input.GivenOn!.Value, RecordedById = me.RequiredId,
        });
        db.Audit(new("testbeds.consent-given", "participant", id, me.RequiredId, trial.AuthorityId, new Dictionary<string, string> { ["test"] = trial.Number }));
        return await db.TryAddAsync(cancellationToken) ? new SavedParticipant(id, last + 1) : Problem.Conflict("Någon lade till en deltagare samtidigt. Försök igen.");
    }

    /// <summary>Takes effect the same day, whatever state the test is in, and cannot be undone: who wants to take part again says yes again.</summary>
    public async Task<Outcome<Done>> WithdrawAsync(string number, Guid id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial || await db.Participants.Include(one => one.Consent).FirstOrDefaultAsync(one => one.Id == id && one.TrialId == trial.Id, cancellationToken) is not { } participant)
            return TestScope.NoSuchTest;
        if (participant.WithdrawnOn is not null) return Done.It;
        participant.WithdrawnOn = time.StockholmToday();
        if (participant.Consent is { } consent) consent.WithdrawnOn = participant.WithdrawnOn;
        db.ParticipantContacts.RemoveRange(await db.ParticipantContacts.Where(one => one.ParticipantId == id).ToListAsync(cancellationToken));
        foreach (var entry in await db.TrialLog.Where(one => one.ParticipantId == id).ToListAsync(cancellationToken)) entry.ParticipantId = null;
        db.Audit(new("testbeds.consent-withdrawn", "participant", id, me.RequiredId, trial.AuthorityId, new Dictionary<string, string> { ["test"] = trial.Number }));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private Task<Trial?> OwnAsync(string number, CancellationToken cancellationToken) =>
        db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).LedBy(me.RequiredId).FirstOrDefaultAsync(one => one.Number == number, cancellationToken);
}
