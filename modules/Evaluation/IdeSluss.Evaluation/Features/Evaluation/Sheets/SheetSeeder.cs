using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Seeding;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

/// <summary>Adds our sheets that are missing, by code; what somebody has changed stays.</summary>
internal sealed class SheetSeeder(EvaluationDbContext db, TimeProvider time) : ISeeder
{
    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await db.Sheets.AsNoTracking().Select(sheet => new { sheet.Code, sheet.Gate, sheet.IsDefault }).ToListAsync(cancellationToken);
        foreach (var own in OwnSheets.All.Where(own => known.TrueForAll(one => one.Code != own.Code)))
        {
            var sheet = new Sheet { Id = Guid.CreateVersion7(), Code = own.Code, Gate = own.Gate, State = SheetState.Used, IsDefault = !known.Exists(one => one.Gate == own.Gate && one.IsDefault), ChangedAt = time.GetUtcNow() };
            db.Sheets.Add(sheet);
            db.SheetVersions.Add(new() { Id = Guid.CreateVersion7(), SheetId = sheet.Id, Number = 1, Content = own.Content, ChangedAt = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
