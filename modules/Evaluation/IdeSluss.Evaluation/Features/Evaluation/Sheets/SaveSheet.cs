using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

internal sealed record SavedSheet(string Code, int Number, int Version);

/// <summary>Writes sheets. What nobody has answered yet is changed where it is; from the first answer on an edit makes the next version, and the answers keep theirs.</summary>
internal sealed partial class SaveSheet(EvaluationDbContext db, CurrentUser me, TimeProvider time)
{
    public static readonly Problem NoSuchSheet = Problem.NotFound("Bedömningsmallen finns inte.");

    public async Task<Outcome<SavedSheet>> CreateAsync(string? code, string? gate, Answers answers, CancellationToken cancellationToken)
    {
        var name = code?.Trim().ToLowerInvariant() ?? "";
        var errors = CheckNew(name, gate).ToList();
        if (SheetWriting.Read(answers).Failed(out var problem, out var content) || errors.Count > 0) return Problem.Invalid([.. errors, .. problem?.Errors ?? []]);
        var sheet = new Sheet { Id = Guid.CreateVersion7(), Code = name, Gate = gate!, State = SheetState.Draft, ChangedAt = time.GetUtcNow() };
        db.Sheets.Add(sheet);
        db.SheetVersions.Add(NewVersion(sheet.Id, 1, content));
        db.Audit(Fact("evaluation.sheet-created", sheet, 1));
        return await db.TryAddAsync(cancellationToken) ? new SavedSheet(sheet.Code, 1, sheet.Version) : Problem.Invalid(new FieldError("code", "Kod: en annan mall har den redan. Välj en annan."));
    }

    public async Task<Outcome<SavedSheet>> UpdateAsync(string code, Answers answers, int? version, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sheets.FromSql($"select * from evaluation.sheet where code = {code} for update").SingleOrDefaultAsync(cancellationToken) is not { } sheet) return NoSuchSheet;
        if (version is { } seen && seen != sheet.Version) return Problem.Stale();
        if (SheetWriting.Read(answers).Failed(out var problem, out var content)) return problem;
        var newest = await db.SheetVersions.AsNoTracking().Where(one => one.SheetId == sheet.Id).OrderByDescending(one => one.Number).FirstAsync(cancellationToken);
        var (number, now, by) = (newest.Number, time.GetUtcNow(), me.RequiredId);
        // Whoever saves the first answer at the same moment either has locked the version or finds it changed.
        var changed = await db.SheetVersions.Where(one => one.Id == newest.Id && one.LockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Content, content).SetProperty(one => one.Edit, one => one.Edit + 1).SetProperty(one => one.ChangedAt, now).SetProperty(one => one.ChangedById, by), cancellationToken);
        if (changed == 0) db.SheetVersions.Add(NewVersion(sheet.Id, ++number, content));
        sheet.ChangedAt = now;
        db.Audit(Fact(changed == 0 ? "evaluation.sheet-version-made" : "evaluation.sheet-changed", sheet, number));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new SavedSheet(sheet.Code, number, sheet.Version);
    }

    /// <param name="isDefault">Null leaves it as it is.</param>
    public async Task<Outcome<SavedSheet>> SetStateAsync(string code, SheetState state, bool? isDefault, int? version, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sheets.FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } sheet) return NoSuchSheet;
        if (version is { } seen && seen != sheet.Version) return Problem.Stale();
        if (state == SheetState.Draft && sheet.State != SheetState.Draft) return Problem.Conflict("En mall som har använts kan inte bli ett utkast igen. Säg i stället att den inte används längre.");
        if (isDefault == true && state != SheetState.Used) return Problem.Conflict("Bara en mall som används kan vara den vanliga.");
        if (state != SheetState.Used && sheet.IsDefault) return Problem.Conflict("Mallen är den vanliga för sitt beslut. Gör en annan mall till den vanliga först.");
        if (isDefault == true && !sheet.IsDefault)
        {
            await db.Sheets.Where(one => one.Gate == sheet.Gate && one.IsDefault).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsDefault, false).SetProperty(one => one.Version, one => one.Version + 1), cancellationToken);
            sheet.IsDefault = true;
        }

        (sheet.State, sheet.ChangedAt) = (state, time.GetUtcNow());
        db.Audit(Fact($"evaluation.sheet-{(isDefault == true ? "made-usual" : state == SheetState.Used ? "published" : "retired")}", sheet, 0));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new SavedSheet(sheet.Code, 0, sheet.Version);
    }

    private SheetVersion NewVersion(Guid sheet, int number, SheetContent content) => new() { Id = Guid.CreateVersion7(), SheetId = sheet, Number = number, Content = content, ChangedAt = time.GetUtcNow(), ChangedById = me.RequiredId };

    private static IEnumerable<FieldError> CheckNew(string code, string? gate)
    {
        if (!CodePattern().IsMatch(code)) yield return new("code", new Text("Kod: skriv små bokstäver, siffror och bindestreck, högst {0} tecken.", Sheet.LongestCode));
        if (gate is null || !EvaluationWords.JudgedGates.Contains(gate)) yield return new("gate", "Inför vilket beslut: välj ett alternativ.");
    }

    private AuditFact Fact(string action, Sheet sheet, int number) => new(action, "sheet", sheet.Id, me.RequiredId, Facts: new Dictionary<string, string> { ["code"] = sheet.Code, ["number"] = $"{number}" });

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();
}
