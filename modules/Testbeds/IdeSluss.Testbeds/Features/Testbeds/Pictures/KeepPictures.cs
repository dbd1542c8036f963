using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Pictures;

internal sealed record TestbedPictures(string Slug, string Name, IReadOnlyList<OfficePicture> Pictures)
{
    public bool IsFull => Pictures.Count >= TestbedPicture.MostPerTestbed;
}

internal sealed record OfficePicture(Guid Id, string Description, string Address, int Width, int Height, int Version);

internal sealed record SavedPicture(Guid Id, int Version);

/// <summary>The pictures of a test bed: to add, describe, put first and take away, by those who describe it.</summary>
internal sealed class KeepPictures(TestbedsDbContext db, IFiles files, CurrentUser me, TimeProvider time)
{
    private static readonly Problem NoSuchPicture = Problem.NotFound("Bilden finns inte längre.");

    public async Task<Outcome<TestbedPictures>> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        var pictures = await db.Pictures.AsNoTracking().Where(one => one.TestbedId == testbed.Id).OrderBy(one => one.Place).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        return new TestbedPictures(slug, testbed.Name, [.. pictures.Select(one => new OfficePicture(one.Id, one.Description, ShowPicture.AddressOf(slug, one.Id), one.Width, one.Height, one.Version))]);
    }

    /// <summary>Takes a file in, before it is known whether it has been described: a form that comes back need not send it again.</summary>
    /// <param name="before">What the same person has sent already.</param>
    public async Task<Outcome<StoredFile>> TakeInAsync(string slug, Upload? upload, Guid? before, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is null) return OfficeTestbeds.NoSuchTestbed;
        if (upload is not null) return await files.SaveAsync(upload, FileRules.Pictures, cancellationToken);
        return before is { } id && await files.FindUploadAsync(id, cancellationToken) is { Picture: not null } file ? file : Problem.Invalid(new FieldError("picture", "Bild: välj en fil."));
    }

    public async Task<Outcome<SavedPicture>> AddAsync(string slug, StoredFile file, string? description, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        if (AlternativeText.Check("description", description) is { } undescribed) return Problem.Invalid(undescribed);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two who add at once are counted one after the other.
        await db.Database.ExecuteSqlAsync($"select 1 from testbeds.testbed where id = {testbed.Id} for update", cancellationToken);
        var places = await db.Pictures.Where(one => one.TestbedId == testbed.Id).Select(one => one.Place).ToListAsync(cancellationToken);
        if (places.Count >= TestbedPicture.MostPerTestbed) return Problem.Conflict(new Text("En testbädd kan ha högst {0} bilder. Ta bort någon först.", TestbedPicture.MostPerTestbed));
        var picture = new TestbedPicture
        {
            Id = Guid.CreateVersion7(), TestbedId = testbed.Id, FileId = file.Id, Description = description!.Trim(), Place = places.DefaultIfEmpty(0).Max() + 1, Width = file.Picture!.Width, Height = file.Picture.Height, AddedAt = time.GetUtcNow(),
        };
        if (!await db.KeepFileAsync(file.Id, "testbeds.picture", time.GetUtcNow(), cancellationToken)) return Problem.Conflict("Bilden finns inte kvar. Välj den igen.");
        db.Pictures.Add(picture);
        db.Audit(Fact("testbeds.picture-added", testbed, picture.Id));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new SavedPicture(picture.Id, picture.Version);
    }

    public Task<Outcome<int>> DescribeAsync(string slug, Guid id, string? description, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, id, version, "testbeds.picture-described", picture =>
    {
        if (AlternativeText.Check("description", description) is { } undescribed) return Task.FromResult<Problem?>(Problem.Invalid(undescribed));
        picture.Description = description!.Trim();
        return Task.FromResult<Problem?>(null);
    }, cancellationToken);

    /// <summary>Then it stands in the catalogue.</summary>
    public Task<Outcome<int>> PutFirstAsync(string slug, Guid id, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, id, version, "testbeds.picture-put-first", async picture =>
    {
        picture.Place = await db.Pictures.Where(one => one.TestbedId == picture.TestbedId).MinAsync(one => one.Place, cancellationToken) - 1;
        return null;
    }, cancellationToken);

    public Task<Outcome<int>> RemoveAsync(string slug, Guid id, int? version, CancellationToken cancellationToken) => ChangeAsync(slug, id, version, "testbeds.picture-removed", async picture =>
    {
        await db.ReleaseFileAsync(picture.FileId, time.GetUtcNow(), cancellationToken);
        db.Pictures.Remove(picture);
        return null;
    }, cancellationToken);

    private async Task<Outcome<int>> ChangeAsync(string slug, Guid id, int? version, string action, Func<TestbedPicture, Task<Problem?>> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        if (await db.Pictures.FirstOrDefaultAsync(one => one.Id == id && one.TestbedId == testbed.Id, cancellationToken) is not { } picture) return NoSuchPicture;
        if (version is { } seen && seen != picture.Version) return Problem.Stale();
        if (await change(picture) is { } problem) return problem;
        db.Audit(Fact(action, testbed, picture.Id));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : picture.Version;
    }

    private Task<Testbed?> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken);

    private AuditFact Fact(string action, Testbed testbed, Guid picture) => new(action, "testbed", testbed.Id, me.RequiredId, testbed.AuthorityId, new Dictionary<string, string> { ["picture"] = picture.ToString() });
}
