using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Seeding;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

/// <param name="IsNew">A version that was not there before; otherwise one that no idea was marked by was replaced.</param>
internal sealed record ReadInScale(string Code, int Number, bool IsNew);

internal sealed record ScaleLine(string Code, Guid VersionId, int Number, ScaleContent Content, DateTimeOffset ReadInAt);

/// <summary>Reads scales in from files. A version that an idea was marked by is never changed.</summary>
internal sealed class ReadInScales(EvaluationDbContext db, CurrentUser me, TimeProvider time)
{
    private const int Most = 50;

    public async Task<Outcome<ReadInScale>> HandleAsync(Stream? file, string? code, string? title, string? source, CancellationToken cancellationToken)
    {
        if ((await SmallFiles.TextAsync(file, cancellationToken)).Failed(out var problem, out var text) || ScaleFile.Read(text, code, title, source).Failed(out problem, out var read)) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockQuestionsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var set = await db.ScaleSets.FirstOrDefaultAsync(one => one.Code == read.Code, cancellationToken);
        if (set is null) db.ScaleSets.Add(set = new() { Id = Guid.CreateVersion7(), Code = read.Code, ChangedAt = now });
        var newest = await db.ScaleVersions.Where(one => one.SetId == set.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellationToken);
        var isNew = newest is null || await db.ReadinessMarks.AnyAsync(mark => mark.ScaleVersionId == newest.Id, cancellationToken);
        if (isNew) db.ScaleVersions.Add(newest = new() { Id = Guid.CreateVersion7(), SetId = set.Id, Number = (newest?.Number ?? 0) + 1, Content = read.Content, ReadInAt = now, ReadInById = me.RequiredId });
        else (newest!.Content, newest.ReadInAt, newest.ReadInById) = (read.Content, now, me.RequiredId);
        set.ChangedAt = now;
        db.Audit(new("evaluation.scales-read-in", "scale-set", set.Id, me.RequiredId, Facts: new Dictionary<string, string> { ["code"] = set.Code, ["number"] = $"{newest.Number}" }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReadInScale(set.Code, newest.Number, isNew);
    }

    /// <summary>The newest version of each; those read in last first.</summary>
    public async Task<IReadOnlyList<ScaleLine>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await (from set in db.ScaleSets.AsNoTracking()
                          let version = db.ScaleVersions.Where(one => one.SetId == set.Id).OrderByDescending(one => one.Number).First()
                          orderby set.ChangedAt descending, set.Code
                          select new { set.Code, version }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ScaleLine(row.Code, row.version.Id, row.version.Number, row.version.Content, row.version.ReadInAt))];
    }
}

/// <summary>Our own words for the six respects, so that an idea can be marked before any file is read in.</summary>
internal sealed class ScaleSeeder(EvaluationDbContext db, TimeProvider time) : ISeeder
{
    private const string OwnCode = "egna-ord";

    public int Order => 120;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.ScaleSets.AnyAsync(cancellationToken)) return;
        var now = time.GetUtcNow();
        var set = new ScaleSet { Id = Guid.CreateVersion7(), Code = OwnCode, ChangedAt = now };
        db.ScaleSets.Add(set);
        db.ScaleVersions.Add(new() { Id = Guid.CreateVersion7(), SetId = set.Id, Number = 1, ReadInAt = now, Content = new("Hur mogen är idén?", null, [.. ReadinessScales.All.Select(scale => new ScaleDimension(scale.Name, scale.Levels))]) });
        await db.SaveChangesAsync(cancellationToken);
    }
}
