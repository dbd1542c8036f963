using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

internal sealed class AgreementInput
{
    public Guid? Researcher { get; set; }
    public string? Purpose { get; set; }
    public string? Ethics { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>Codes of <see cref="ResearchTable"/>.</summary>
    public List<string> Tables { get; set; } = [];
}

internal sealed record ExportLine(DateTimeOffset At, int Rows);

/// <param name="Stale">The codebook has changed since it was agreed on.</param>
internal sealed record AgreementView(
    Guid Id, string Researcher, string Purpose, string EthicsReference, IReadOnlyList<string> Tables, DateOnly EndsOn, bool Holds, bool Stale, string Codebook, IReadOnlyList<ExportLine> Exports, int Version);

/// <summary>Agreements with researchers: an administrator makes them, agrees anew when the codebook has changed, and ends them. Nothing is removed.</summary>
internal sealed class KeepAgreements(EvaluationDbContext db, WriteCodebook codebooks, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    private const int MostShown = 200;
    private const int MostExports = 50;

    public static readonly Problem NoSuchAgreement = Problem.NotFound("Avtalet finns inte.");

    public Task<IReadOnlyList<RoleHolder>> ResearchersAsync(CancellationToken cancellationToken) => people.HoldersAsync([Roles.Researcher], cancellationToken);

    public Task<IReadOnlyList<AgreementView>> ListAsync(CancellationToken cancellationToken) => ReadAsync(db.ResearchAgreements, cancellationToken);

    /// <summary>One's own.</summary>
    public Task<IReadOnlyList<AgreementView>> OwnAsync(CancellationToken cancellationToken)
    {
        var mine = me.RequiredId;
        return ReadAsync(db.ResearchAgreements.Where(one => one.ResearcherId == mine), cancellationToken);
    }

    public async Task<Outcome<Guid>> CreateAsync(AgreementInput input, CancellationToken cancellationToken)
    {
        if (Check(input, await ResearchersAsync(cancellationToken)).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var agreement = new ResearchAgreement
        {
            Id = Guid.CreateVersion7(), ResearcherId = input.Researcher!.Value, Purpose = input.Purpose!.Trim(), EthicsReference = input.Ethics!.Trim(), Tables = [.. input.Tables.Distinct().Order(StringComparer.Ordinal)], EndsOn = input.EndsOn!.Value,
            Codebook = (await codebooks.OfTodayAsync(cancellationToken)).Version, CreatedAt = time.GetUtcNow(), CreatedById = me.RequiredId,
        };
        db.ResearchAgreements.Add(agreement);
        Fact("evaluation.research-agreed", agreement);
        await db.SaveChangesAsync(cancellationToken);
        return agreement.Id;
    }

    /// <summary>Agrees to the codebook as it is today.</summary>
    public Task<Outcome<Done>> RenewAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, "evaluation.research-codebook-agreed", async agreement => agreement.Codebook = (await codebooks.OfTodayAsync(cancellationToken)).Version, cancellationToken);

    public Task<Outcome<Done>> EndAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, "evaluation.research-ended", agreement =>
        {
            agreement.EndedAt = time.GetUtcNow();
            return Task.CompletedTask;
        }, cancellationToken);

    private async Task<Outcome<Done>> ChangeAsync(Guid id, int? version, string action, Func<ResearchAgreement, Task> change, CancellationToken cancellationToken)
    {
        if (await db.ResearchAgreements.FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } agreement) return NoSuchAgreement;
        if (version is { } seen && seen != agreement.Version) return Problem.Stale();
        if (!agreement.Holds(time.StockholmToday())) return Problem.Conflict("Avtalet gäller inte längre. Skriv ett nytt.");
        await change(agreement);
        Fact(action, agreement);
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private IEnumerable<FieldError> Check(AgreementInput input, IReadOnlyList<RoleHolder> researchers)
    {
        var today = time.StockholmToday();
        if (researchers.All(one => one.Person.Id != input.Researcher)) yield return new("Researcher", "Forskare: välj någon som har rollen följeforskare.");
        if (input.Purpose is not { } purpose || purpose.Trim().Length is 0 or > ResearchAgreement.LongestPurpose) yield return new("Purpose", new Text("Ändamål: skriv vad uppgifterna ska användas till, högst {0} tecken.", ResearchAgreement.LongestPurpose));
        if (input.Ethics is not { } ethics || ethics.Trim().Length is 0 or > ResearchAgreement.LongestReference) yield return new("Ethics", new Text("Etikprövning: skriv beslutets nummer, eller varför det inte behövs. Högst {0} tecken.", ResearchAgreement.LongestReference));
        if (input.EndsOn is not { } end || end < today || end > today.AddYears(ResearchAgreement.MostYears)) yield return new("EndsOn", new Text("Sista dag: välj en dag inom {0} år.", ResearchAgreement.MostYears));
        if (input.Tables.Count == 0 || input.Tables.Exists(code => ResearchTable.All.All(table => table.Code != code))) yield return new("Tables", "Tabeller: välj minst en.");
    }

    private async Task<IReadOnlyList<AgreementView>> ReadAsync(IQueryable<ResearchAgreement> agreements, CancellationToken cancellationToken)
    {
        var rows = await agreements.AsNoTracking().OrderByDescending(one => one.Id).Take(MostShown).ToListAsync(cancellationToken);
        var (ids, today, current) = (rows.ConvertAll(one => one.Id), time.StockholmToday(), (await codebooks.OfTodayAsync(cancellationToken)).Version);
        var exports = (await db.ResearchExports.AsNoTracking().Where(one => ids.Contains(one.AgreementId)).OrderByDescending(one => one.Id).Take(MostShown * MostExports).ToListAsync(cancellationToken)).ToLookup(one => one.AgreementId);
        var known = await people.FindManyAsync([.. rows.Select(one => one.ResearcherId).Distinct()], cancellationToken);
        return
        [
            .. rows.Select(one => new AgreementView(
                one.Id, known.GetValueOrDefault(one.ResearcherId)?.DisplayName ?? "", one.Purpose, one.EthicsReference, one.Tables, one.EndsOn, one.Holds(today), one.Codebook != current, one.Codebook,
                [.. exports[one.Id].Take(MostExports).Select(export => new ExportLine(export.At, export.Rows))], one.Version)),
        ];
    }

    private void Fact(string action, ResearchAgreement agreement) =>
        db.Audit(new(action, "research-agreement", agreement.Id, me.RequiredId, null, new Dictionary<string, string> { ["tables"] = string.Join(' ', agreement.Tables), ["ends"] = agreement.EndsOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["codebook"] = agreement.Codebook }));
}
