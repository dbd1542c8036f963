using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Seeding;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

/// <summary>The municipal words of <c>Synonyms.txt</c>, once: what an administrator has changed or removed stays so.</summary>
internal sealed class SynonymSeeder(IdeasDbContext db, TimeProvider time) : ISeeder
{
    public int Order => 200;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Synonyms.AnyAsync(cancellationToken)) return;
        db.Synonyms.AddRange(Groups().Select(words => new SynonymGroup { Id = Guid.CreateVersion7(), Words = words, ChangedAt = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
    }

    public static IEnumerable<string[]> Groups()
    {
        using var stream = typeof(SynonymSeeder).Assembly.GetManifestResourceStream("IdeSluss.Ideas.Synonyms.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith('#')) yield return SynonymRules.Words(line);
    }
}
