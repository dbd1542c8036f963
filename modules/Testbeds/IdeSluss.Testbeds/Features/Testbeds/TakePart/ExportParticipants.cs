using System.Globalization;
using System.Runtime.CompilerServices;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

/// <summary>The list of those who take part, for the one who leads the test. Read a few at a time, each time as it is then: who withdraws while it is being written is left out.</summary>
internal sealed class ExportParticipants(TestbedsDbContext db, CurrentUser me)
{
    public const int Batch = 25;

    private const string Header = "Nummer;Namn;Nås;Textens version;Sa ja";

    public async Task<Outcome<IAsyncEnumerable<string>>> HandleAsync(string number, CancellationToken cancellationToken)
    {
        if (await db.Trials.AsNoTracking().Within(me.Scope(TestbedsPermissions.LeadTests)).LedBy(me.RequiredId).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        db.Audit(new("testbeds.participants-exported", "test", trial.Id, me.RequiredId, trial.AuthorityId));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome<IAsyncEnumerable<string>>.FromT(LinesAsync(trial, cancellationToken));
    }

    private async IAsyncEnumerable<string> LinesAsync(Trial trial, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Header;
        for (var after = 0; ;)
        {
            var last = after;
            var people = await db.Participants.AsNoTracking().Where(one => one.TrialId == trial.Id && one.Order > last && one.WithdrawnOn == null && one.Consent != null)
                .Join(db.ParticipantContacts, one => one.Id, contact => contact.ParticipantId, (one, contact) => new { one.Order, contact.Name, contact.Reach, one.Consent!.TextVersion, one.Consent.GivenOn })
                .OrderBy(one => one.Order).Take(Batch).ToListAsync(cancellationToken);
            foreach (var one in people)
                yield return string.Join(';', one.Order.ToString(CultureInfo.InvariantCulture), Cell(one.Name), Cell(one.Reach), Cell(one.TextVersion), one.GivenOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (people.Count < Batch) yield break;
            after = people[^1].Order;
        }
    }

    /// <summary>Quoted, and never a formula to a spreadsheet.</summary>
    private static string Cell(string? text) =>
        text is null ? "" : $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
