using System.Globalization;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <param name="Kind"><c>Spending</c> or <c>Contribution</c>.</param>
/// <param name="Amount">Kronor, with a decimal comma or point.</param>
internal sealed record EntryRequest(EntryKind? Kind, DateOnly? Day, string? Partner, string? What, string? Amount);

/// <param name="Amount">Kronor; left out when it was refused.</param>
/// <param name="Paragraph">§ of the nämnd, or the funder's number.</param>
internal sealed record RenewalRequest(int? Year, bool? Granted, string? Amount, DateOnly? DecidedOn, string? DecidedBy, string? Paragraph);

/// <summary>Costs, contributions, and the decisions that a later year's money waits for.</summary>
internal sealed class RecordMoney(EvaluationDbContext db, CurrentUser me, TimeProvider time)
{
    private const decimal MostAmount = 10_000_000_000;

    public async Task<Outcome<Guid>> EnterAsync(string code, EntryRequest request, CancellationToken cancellationToken)
    {
        if (await OneAsync(code, cancellationToken) is not { } one) return SaveProgramme.NoSuchProgramme;
        var plan = ProgrammePlan.Of(one);
        if (Check(request, plan).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var year = plan.YearOf(request.Day!.Value)!.Value;
        // A decision that is entered at the same moment is seen or waited for.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from evaluation.programme where id = {one.Id} for update", cancellationToken);
        if (request.Kind == EntryKind.Spending && ProgrammeRules.WhyNotSpend(year, await db.Renewals.AsNoTracking().Where(each => each.ProgrammeId == one.Id).ToListAsync(cancellationToken)) is { } notGranted) return notGranted;
        var entry = new ProgrammeEntry
        {
            Id = Guid.CreateVersion7(), ProgrammeId = one.Id, Kind = request.Kind!.Value, Day = request.Day.Value, Year = year, Partner = request.Kind == EntryKind.Contribution ? request.Partner!.Trim() : null, What = request.What!.Trim(),
            Amount = Answers.ParseNumber(request.Amount)!.Value, RecordedById = me.RequiredId, RecordedAt = time.GetUtcNow(),
        };
        db.ProgrammeEntries.Add(entry);
        db.Audit(Fact("evaluation.programme-entry-made", one, ("entry", entry.Id.ToString()), ("kind", entry.Kind.ToString()), ("year", Number(year))));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entry.Id;
    }

    public async Task<Outcome<Done>> StrikeAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (await OneAsync(code, cancellationToken) is not { } one || await db.ProgrammeEntries.FirstOrDefaultAsync(each => each.Id == id && each.ProgrammeId == one.Id, cancellationToken) is not { } entry) return SaveProgramme.NoSuchProgramme;
        if (entry.StruckAt is not null) return Problem.Conflict("Raden är redan struken.");
        (entry.StruckAt, entry.StruckById) = (time.GetUtcNow(), me.RequiredId);
        db.Audit(Fact("evaluation.programme-entry-struck", one, ("entry", entry.Id.ToString())));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    public async Task<Outcome<Guid>> RenewAsync(string code, RenewalRequest request, CancellationToken cancellationToken)
    {
        if (await OneAsync(code, cancellationToken) is not { } one) return SaveProgramme.NoSuchProgramme;
        var plan = ProgrammePlan.Of(one);
        if (Check(request, plan).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from evaluation.programme where id = {one.Id} for update", cancellationToken);
        if (request.Granted == false && await db.ProgrammeEntries.AnyAsync(entry => entry.ProgrammeId == one.Id && entry.Kind == EntryKind.Spending && entry.Year == request.Year && entry.StruckAt == null, cancellationToken))
            return Problem.Conflict(new Text("Det finns redan kostnader bokförda för år {0}. Stryk dem innan du skriver in ett avslag.", request.Year!));
        var decision = new RenewalDecision
        {
            Id = Guid.CreateVersion7(), ProgrammeId = one.Id, Year = request.Year!.Value, Granted = request.Granted!.Value, Amount = request.Granted == true ? Answers.ParseNumber(request.Amount) : null, DecidedOn = request.DecidedOn!.Value,
            DecidedBy = request.DecidedBy!.Trim(), Paragraph = request.Paragraph!.Trim(), RecordedById = me.RequiredId, RecordedAt = time.GetUtcNow(),
        };
        db.Renewals.Add(decision);
        db.Audit(Fact("evaluation.programme-renewal-entered", one, ("renewal", decision.Id.ToString()), ("year", Number(decision.Year)), ("granted", decision.Granted ? "yes" : "no")));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return decision.Id;
    }

    private IEnumerable<FieldError> Check(EntryRequest request, ProgrammePlan plan)
    {
        if (request.Kind is not { } kind || !Enum.IsDefined(kind)) yield return new("Kind", "Välj om det är en kostnad eller ett bidrag.");
        if (request.Day is not { } day) yield return new("Day", "Skriv vilken dag.");
        else if (plan.YearOf(day) is null) yield return new("Day", new Text("Dagen ligger utanför programmet, som pågår {0} till {1}.", plan.Start.ForPeopleShort(default), plan.End.ForPeopleShort(default)));
        else if (day > time.StockholmToday()) yield return new("Day", "Dagen har inte varit än. Skriv in det när det har hänt.");
        if (request.Kind == EntryKind.Contribution && plan.Partners.All(partner => partner.Name != request.Partner?.Trim())) yield return new("Partner", "Välj vilken part bidraget kommer från.");
        foreach (var error in CheckText("What", request.What, ProgrammeEntry.LongestText, "Skriv vad det gäller.")) yield return error;
        foreach (var error in CheckAmount(request.Amount)) yield return error;
    }

    private IEnumerable<FieldError> Check(RenewalRequest request, ProgrammePlan plan)
    {
        if (request.Year is not { } year || year < 2 || year > plan.Years) yield return new("Year", plan.Years < 2 ? "Programmet har bara ett år, så inget behöver förnyas." : new Text("Välj ett år från 2 till {0}.", plan.Years));
        if (request.Granted is null) yield return new("Granted", "Välj vad som beslutades.");
        else if (request.Granted == true) foreach (var error in CheckAmount(request.Amount)) yield return error;
        if (request.DecidedOn is not { } day) yield return new("DecidedOn", "Skriv vilken dag det beslutades.");
        else if (day > time.StockholmToday()) yield return new("DecidedOn", "Dagen har inte varit än.");
        foreach (var error in CheckText("DecidedBy", request.DecidedBy, RenewalDecision.LongestName, "Skriv vem som beslutade.")) yield return error;
        foreach (var error in CheckText("Paragraph", request.Paragraph, RenewalDecision.LongestParagraph, "Skriv paragrafen eller beslutets nummer.")) yield return error;
    }

    private static IEnumerable<FieldError> CheckAmount(string? amount)
    {
        if (Answers.ParseNumber(amount) is not { } number) yield return new("Amount", "Skriv ett belopp i kronor, till exempel 25000.");
        else if (number is <= 0 or > MostAmount) yield return new("Amount", "Beloppet ska vara mer än noll.");
        else if (decimal.Round(number, 2) != number) yield return new("Amount", "Skriv högst två decimaler.");
    }

    private static IEnumerable<FieldError> CheckText(string field, string? text, int longest, string empty)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new(field, empty);
        else if (text.Trim().Length > longest) yield return new(field, new Text("Texten är {0} tecken, högst {1} får plats.", text.Trim().Length, longest));
    }

    private async Task<Programme?> OneAsync(string code, CancellationToken cancellationToken) =>
        await db.Programmes.AsNoTracking().Within(me.Scope(EvaluationPermissions.ManageProgrammes)).FirstOrDefaultAsync(each => each.Code == code, cancellationToken);

    private AuditFact Fact(string action, Programme one, params (string Name, string Value)[] facts) =>
        new(action, "programme", one.Id, me.RequiredId, one.AuthorityId, facts.Append(("code", one.Code)).ToDictionary(fact => fact.Item1, fact => fact.Item2));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
