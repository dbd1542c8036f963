using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

internal sealed record SheetLine(string Code, string Title, string Gate, SheetState State, bool IsDefault, int Number, bool Locked, int Criteria, DateTimeOffset ChangedAt);

/// <param name="Earlier">Older versions, newest first.</param>
internal sealed record SheetView(string Code, string Gate, SheetState State, bool IsDefault, SheetContent Content, int Number, DateTimeOffset? LockedAt, IReadOnlyList<EarlierVersion> Earlier, int Version);

internal sealed record EarlierVersion(int Number, SheetContent Content, int Rounds);

internal sealed class ReadSheets(EvaluationDbContext db)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<SheetLine>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await (from sheet in db.Sheets.AsNoTracking()
                          let version = db.SheetVersions.Where(one => one.SheetId == sheet.Id).OrderByDescending(one => one.Number).First()
                          orderby sheet.Gate, sheet.IsDefault descending, sheet.Code
                          select new { sheet, version }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SheetLine(row.sheet.Code, row.version.Content.Title, row.sheet.Gate, row.sheet.State, row.sheet.IsDefault, row.version.Number, row.version.LockedAt is not null, row.version.Content.Criteria.Count, row.sheet.ChangedAt))];
    }

    public async Task<Outcome<SheetView>> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.Sheets.AsNoTracking().FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } sheet) return SaveSheet.NoSuchSheet;
        var versions = await db.SheetVersions.AsNoTracking().Where(one => one.SheetId == sheet.Id).OrderByDescending(one => one.Number).Take(Most)
            .Select(one => new { Version = one, Rounds = db.Rounds.Count(round => round.SheetVersionId == one.Id) }).ToListAsync(cancellationToken);
        var newest = versions[0].Version;
        return new SheetView(sheet.Code, sheet.Gate, sheet.State, sheet.IsDefault, newest.Content, newest.Number, newest.LockedAt, [.. versions.Skip(1).Select(one => new EarlierVersion(one.Version.Number, one.Version.Content, one.Rounds))], sheet.Version);
    }
}
