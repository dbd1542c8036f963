using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

internal sealed class RuleInput
{
    /// <summary>Code of the sheet; the decision is the sheet's.</summary>
    public string? Sheet { get; set; }

    /// <summary>Code of the nämnd; empty for every.</summary>
    public string? Authority { get; set; }
    public string? Area { get; set; }
    public int? Wanted { get; set; }
    public int? WorkingDays { get; set; }
    public List<Guid> Always { get; set; } = [];
    public bool Active { get; set; } = true;
}

internal sealed record RuleView(Guid Id, RuleInput Input, string Gate, string SheetTitle, string? AuthorityName, string? AreaName, int Version);

/// <summary>After which decisions people are asked by themselves.</summary>
internal sealed class KeepRules(EvaluationDbContext db, IOrganisation organisation, IJudgedCases cases, ReviewerPool pool, CurrentUser me, TimeProvider time)
{
    private const int Most = 100;

    private static readonly Problem NoSuchRule = Problem.NotFound("Regeln finns inte.");

    public async Task<IReadOnlyList<RuleView>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Rules.AsNoTracking().OrderBy(one => one.Gate).ThenBy(one => one.Id).Take(Most)
            .Join(db.Sheets, rule => rule.SheetId, sheet => sheet.Id, (rule, sheet) => new { rule, sheet.Code, db.SheetVersions.Where(one => one.SheetId == sheet.Id).OrderByDescending(one => one.Number).First().Content }).ToListAsync(cancellationToken);
        var authorities = (await organisation.AuthoritiesAsync(cancellationToken)).ToDictionary(one => one.Id);
        return
        [
            .. rows.Select(row => new RuleView(
                row.rule.Id, new()
                {
                    Sheet = row.Code, Authority = row.rule.AuthorityId is { } id ? authorities.GetValueOrDefault(id)?.Code : null, Area = row.rule.Area, Wanted = row.rule.Wanted, WorkingDays = row.rule.WorkingDays, Always = [.. row.rule.Always], Active = row.rule.Active,
                }, row.rule.Gate, row.Content.Title, row.rule.AuthorityId is { } authority ? authorities.GetValueOrDefault(authority)?.Name : null, cases.Areas.FirstOrDefault(area => area.Code == row.rule.Area)?.Name, row.rule.Version)),
        ];
    }

    public async Task<Outcome<RuleView>> FindAsync(Guid id, CancellationToken cancellationToken) => (await ListAsync(cancellationToken)).FirstOrDefault(one => one.Id == id) is { } rule ? rule : NoSuchRule;

    /// <param name="id">Null for a new one.</param>
    public async Task<Outcome<Guid>> SaveAsync(Guid? id, RuleInput input, int? version, CancellationToken cancellationToken)
    {
        var sheet = await db.Sheets.AsNoTracking().FirstOrDefaultAsync(one => one.Code == input.Sheet && one.State == SheetState.Used, cancellationToken);
        var authority = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => one.Code == input.Authority);
        var judges = (await pool.OfAsync(null, cancellationToken)).Select(one => one.Candidate.Person.Id).ToHashSet();
        if (Check(input, sheet, authority, judges).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        AskingRule? rule = null;
        if (id is not null && (rule = await db.Rules.FirstOrDefaultAsync(one => one.Id == id, cancellationToken)) is null) return NoSuchRule;
        if (rule is not null && version is { } seen && seen != rule.Version) return Problem.Stale();
        if (rule is null) db.Rules.Add(rule = new() { Id = Guid.CreateVersion7(), Gate = sheet!.Gate, SheetId = sheet.Id });
        (rule.Gate, rule.SheetId, rule.AuthorityId, rule.Area, rule.Always) = (sheet!.Gate, sheet.Id, authority?.Id, string.IsNullOrEmpty(input.Area) ? null : input.Area, [.. input.Always.Distinct()]);
        (rule.Wanted, rule.WorkingDays, rule.Active, rule.ChangedAt) = (input.Wanted ?? Proposals.Usual, input.WorkingDays ?? StartRound.UsualWorkingDays, input.Active, time.GetUtcNow());
        db.Audit(new(id is null ? "evaluation.rule-created" : "evaluation.rule-changed", "rule", rule.Id, me.RequiredId, rule.AuthorityId, new Dictionary<string, string> { ["gate"] = rule.Gate, ["active"] = rule.Active ? "yes" : "no" }));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : rule.Id;
    }

    private IEnumerable<FieldError> Check(RuleInput input, Sheet? sheet, AuthorityInfo? authority, HashSet<Guid> judges)
    {
        if (sheet is null) yield return new("Sheet", "Bedömningsmall: välj ett alternativ.");
        if (!string.IsNullOrEmpty(input.Authority) && authority is null) yield return new("Authority", "Nämnd: välj ett alternativ.");
        if (!string.IsNullOrEmpty(input.Area) && cases.Areas.All(area => area.Code != input.Area)) yield return new("Area", "Område: välj ett alternativ.");
        if (input.Wanted is < 1 or > Round.MostReviewers) yield return new("Wanted", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Antal bedömare"), 1, Round.MostReviewers));
        if (input.WorkingDays is < 1 or > 60) yield return new("WorkingDays", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Arbetsdagar att svara på"), 1, 60));
        if (input.Always.Exists(id => !judges.Contains(id))) yield return new("Always", "Frågas alltid: välj bland dem som bedömer idéer.");
    }
}
