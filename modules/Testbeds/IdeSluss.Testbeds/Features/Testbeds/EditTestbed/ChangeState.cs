using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

/// <summary>What one does with a test bed beside describing it. Each is a line in the audit log.</summary>
internal sealed class ChangeState(TestbedsDbContext db, ComingBookings coming, CurrentUser me, TimeProvider time)
{
    public Task<Outcome<int>> PublishAsync(string slug, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, version, "testbeds.testbed-published", testbed =>
    {
        if (testbed.Status == TestbedStatus.Closed) return Problem.Conflict("Testbädden är arkiverad. Ändra läget i beskrivningen först.");
        testbed.PublishedAt ??= time.GetUtcNow();
        return null;
    }, cancellationToken);

    /// <summary>Back to the office alone.</summary>
    public Task<Outcome<int>> HideAsync(string slug, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, version, "testbeds.testbed-hidden", testbed =>
    {
        testbed.PublishedAt = null;
        return null;
    }, cancellationToken);

    /// <summary>Somebody who knows the place says that the description is right.</summary>
    public Task<Outcome<int>> ConfirmAsync(string slug, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, version, "testbeds.testbed-confirmed", testbed =>
    {
        testbed.ConfirmedAt = time.GetUtcNow();
        // A last day that has passed would make it stale at once.
        if (testbed.ValidUntil < Sdk.Time.StockholmTime.StockholmToday(time)) testbed.ValidUntil = null;
        return null;
    }, cancellationToken);

    /// <summary>Not while something in it is booked.</summary>
    public async Task<Outcome<int>> ArchiveAsync(string slug, int? version, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refusal = await coming.RefusalInAsync(slug, cancellationToken);
        var outcome = await ChangeAsync(slug, version, "testbeds.testbed-archived", testbed =>
        {
            testbed.Status = TestbedStatus.Closed;
            return refusal;
        }, cancellationToken);
        if (outcome.Problem is null) await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Outcome<int>> ChangeAsync(string slug, int? version, string action, Func<Testbed, Problem?> change, CancellationToken cancellationToken)
    {
        if (await db.Testbeds.Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        if (version is { } seen && seen != testbed.Version) return Problem.Stale();
        if (change(testbed) is { } problem) return problem;
        db.Audit(new(action, "testbed", testbed.Id, me.RequiredId, testbed.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : testbed.Version;
    }
}
