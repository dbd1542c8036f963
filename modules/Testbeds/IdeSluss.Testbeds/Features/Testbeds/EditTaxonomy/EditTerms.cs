using System.Text.RegularExpressions;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;

internal sealed class TermInput
{
    public TermKind? Kind { get; set; }
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? English { get; set; }
    public int? Order { get; set; }
    public bool Active { get; set; } = true;
}

internal sealed record SavedTerm(Guid Id, int Version);

/// <summary>Words that test beds are described by. A code stays for ever; a word is retired, never deleted, so that old descriptions keep their meaning.</summary>
internal sealed partial class EditTerms(TestbedsDbContext db, KeptTaxonomy kept, CurrentUser me)
{
    private const int MostPerKind = 200;

    public async Task<Outcome<SavedTerm>> AddAsync(TermInput input, CancellationToken cancellationToken)
    {
        var errors = Naming(input).ToList();
        var code = input.Code?.Trim().ToUpperInvariant() ?? "";
        if (input.Kind is null || !Enum.IsDefined(input.Kind.Value)) errors.Add(new("kind", "Ordlista: välj ett alternativ."));
        if (!CodePattern().IsMatch(code)) errors.Add(new("code", new Text("Kod: skriv stora bokstäver A–Z, siffror och understreck, högst {0} tecken.", TaxonomyTerm.LongestCode)));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (await db.Terms.CountAsync(one => one.Kind == input.Kind, cancellationToken) >= MostPerKind) return Problem.Conflict(new Text("En ordlista kan ha högst {0} ord.", MostPerKind));
        var term = new TaxonomyTerm { Id = Guid.CreateVersion7(), Kind = input.Kind!.Value, Code = code, Name = "" };
        Write(term, input);
        db.Terms.Add(term);
        db.Audit(new("testbeds.term-added", "term", term.Id, me.RequiredId, Facts: new Dictionary<string, string> { ["kind"] = term.Kind.ToString(), ["code"] = code }));
        if (!await db.TryAddAsync(cancellationToken)) return Problem.Invalid(new FieldError("code", "Kod: den finns redan i ordlistan. Välj en annan."));
        kept.Forget();
        return new SavedTerm(term.Id, term.Version);
    }

    public async Task<Outcome<SavedTerm>> ChangeAsync(Guid id, TermInput input, int? version, CancellationToken cancellationToken)
    {
        if (await db.Terms.FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } term) return Problem.NotFound("Ordet finns inte.");
        if (version is { } seen && seen != term.Version) return Problem.Stale();
        if (Naming(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        Write(term, input);
        db.Audit(new("testbeds.term-changed", "term", term.Id, me.RequiredId, Facts: new Dictionary<string, string> { ["code"] = term.Code, ["active"] = term.Active ? "yes" : "no" }));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        kept.Forget();
        return new SavedTerm(term.Id, term.Version);
    }

    public Task<TaxonomyTerm?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Terms.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken);

    private static void Write(TaxonomyTerm term, TermInput input) =>
        (term.Name, term.English, term.Order, term.Active) = (input.Name!.Trim(), string.IsNullOrWhiteSpace(input.English) ? null : input.English.Trim(), input.Order ?? 1000, input.Active);

    private static IEnumerable<FieldError> Naming(TermInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Name)) yield return new("name", "Ord: fyll i.");
        else if (input.Name.Trim().Length > TaxonomyTerm.LongestName) yield return new("name", new Text("{0}: högst {1} tecken.", new Text("Ord"), TaxonomyTerm.LongestName));
        if (input.English?.Trim().Length > TaxonomyTerm.LongestName) yield return new("english", new Text("{0}: högst {1} tecken.", new Text("På engelska"), TaxonomyTerm.LongestName));
        if (input.Order is < 0 or > 100_000) yield return new("order", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Plats i listan"), 0, 100_000));
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{1,29}$")]
    private static partial Regex CodePattern();
}
