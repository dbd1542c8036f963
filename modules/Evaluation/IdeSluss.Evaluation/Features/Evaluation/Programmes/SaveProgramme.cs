using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

internal sealed record SavedProgramme(string Code, int Version);

/// <summary>Writes a programme, part by part.</summary>
internal sealed partial class SaveProgramme(EvaluationDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public static readonly Problem NoSuchProgramme = Problem.NotFound("Programmet finns inte, eller så är det inte ditt.");

    public async Task<Outcome<SavedProgramme>> CreateAsync(string? code, Answers frame, CancellationToken cancellationToken)
    {
        var name = code?.Trim().ToLowerInvariant() ?? "";
        var authority = (await organisation.ReceivingAuthorityAsync(cancellationToken)).Id;
        if (!me.Scope(EvaluationPermissions.ManageProgrammes).Covers(authority, null)) return Problem.Forbidden("Du kan inte börja ett program för hela kommunen.");
        var one = new Programme { Id = Guid.CreateVersion7(), Code = name, AuthorityId = authority, ChangedAt = time.GetUtcNow() };
        var errors = CodePattern().IsMatch(name) ? [] : new List<FieldError> { new("code", new Text("Kod: skriv små bokstäver, siffror och bindestreck, högst {0} tecken.", Programme.LongestCode)) };
        var part = ProgrammeForms.Parts[0];
        errors.AddRange(await CheckAsync(one, part, frame, cancellationToken));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        db.Programmes.Add(one);
        db.Audit(Fact("evaluation.programme-begun", one, part));
        return await db.TryAddAsync(cancellationToken) ? new SavedProgramme(one.Code, one.Version) : Problem.Invalid(new FieldError("code", "Kod: ett annat program har den redan. Välj en annan."));
    }

    public async Task<Outcome<SavedProgramme>> UpdateAsync(string code, string address, Answers answers, int? version, CancellationToken cancellationToken)
    {
        if (ProgrammeForms.Part(address) is not { } part || await db.Programmes.Within(me.Scope(EvaluationPermissions.ManageProgrammes)).FirstOrDefaultAsync(each => each.Code == code, cancellationToken) is not { } one) return NoSuchProgramme;
        if (version is { } seen && seen != one.Version) return Problem.Stale();
        if ((await CheckAsync(one, part, answers, cancellationToken)).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        one.ChangedAt = time.GetUtcNow();
        db.Audit(Fact("evaluation.programme-changed", one, part));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : new SavedProgramme(one.Code, one.Version);
    }

    /// <summary>With the answers set, so that the whole plan is looked at.</summary>
    private async Task<IReadOnlyList<FieldError>> CheckAsync(Programme one, ProgrammePart part, Answers given, CancellationToken cancellationToken)
    {
        var evaluation = FormEvaluator.Evaluate(part.Form, given);
        var errors = evaluation.Errors(part.Complete).Concat(ProgrammeRules.CheckWhole(evaluation.Own, ("aktiviteter", "fas"), ("bidrag", "part"), ("bidrag", "ar"))).ToList();
        if (errors.Count > 0) return errors;
        part.Set(one, evaluation.Own.ToJson());
        var plan = ProgrammePlan.Of(one);
        return [.. ProgrammeRules.Check(plan, part.Address), .. await CheckRecordedAsync(one, plan, part, cancellationToken)];
    }

    /// <summary>What has been entered stays where it was entered.</summary>
    private async Task<IReadOnlyList<FieldError>> CheckRecordedAsync(Programme one, ProgrammePlan plan, ProgrammePart part, CancellationToken cancellationToken)
    {
        if (part.Address is not ("ram" or "parter")) return [];
        var entered = await db.ProgrammeEntries.AsNoTracking().Where(entry => entry.ProgrammeId == one.Id && entry.StruckAt == null).Select(entry => new { entry.Day, entry.Year, entry.Partner }).Distinct().Take(5_000).ToListAsync(cancellationToken);
        if (part.Address == "ram")
            return entered.Exists(entry => plan.YearOf(entry.Day) != entry.Year) ? [new("start", "Det finns bokförda kostnader eller bidrag som skulle hamna i ett annat år, eller utanför programmet. Stryk dem först.")] : [];
        return [.. entered.Select(entry => entry.Partner).OfType<string>().Distinct().Where(name => plan.Partners.All(partner => partner.Name != name)).Select(name => new FieldError("parter", new Text("{0} har redovisat bidrag och behöver stå kvar med samma namn.", name)))];
    }

    private AuditFact Fact(string action, Programme one, ProgrammePart part) => new(action, "programme", one.Id, me.RequiredId, one.AuthorityId, new Dictionary<string, string> { ["code"] = one.Code, ["part"] = part.Address });

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();
}
