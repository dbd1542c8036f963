using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Pictures;

/// <param name="Description">What it shows, in Swedish.</param>
/// <param name="Small">Address of the same picture, at most 480 pixels wide.</param>
internal sealed record PublicPicture(string Description, string Address, string Small, int Width, int Height)
{
    public static PublicPicture Of(string slug, Guid id, string description, int width, int height) => new(description, ShowPicture.AddressOf(slug, id), ShowPicture.AddressOf(slug, id) + "?storlek=liten", width, height);
}

/// <summary>The bytes of a picture, for those who may see the test bed it is of.</summary>
internal sealed class ShowPicture(TestbedsDbContext db, IFiles files, CurrentUser me, TimeProvider time)
{
    public static string AddressOf(string slug, Guid picture) => $"/api/v1/testbeds/testbeds/{slug}/pictures/{picture}";

    public async Task<Outcome<FileAnswer>> HandleAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        var pictures = db.Pictures.AsNoTracking().Where(one => one.Id == id);
        var (everyones, mine) = (db.Testbeds.Public(time.GetUtcNow()), db.Testbeds.Within(me.Scope(TestbedsPermissions.Read)));
        var found = await pictures.Select(one => new { one.FileId, Public = everyones.Any(testbed => testbed.Id == one.TestbedId && testbed.Slug == slug), Mine = mine.Any(testbed => testbed.Id == one.TestbedId && testbed.Slug == slug) })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null or { Public: false, Mine: false } || await files.FindAsync(found.FileId, cancellationToken) is not { } file) return Problem.NotFound("Bilden finns inte, eller så visas den inte öppet.");
        return new FileAnswer(file, found.Public ? FileCaching.Public : FileCaching.None);
    }
}
