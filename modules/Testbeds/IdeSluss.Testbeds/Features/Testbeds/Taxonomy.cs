using System.Collections.Frozen;
using System.Globalization;
using IdeSluss.Sdk.Data;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>All terms by kind, in their order.</summary>
internal sealed class Taxonomy
{
    private readonly FrozenDictionary<TermKind, IReadOnlyList<TaxonomyTerm>> terms;

    public Taxonomy(IEnumerable<TaxonomyTerm> all) =>
        terms = all.GroupBy(term => term.Kind).ToFrozenDictionary(kind => kind.Key, kind => (IReadOnlyList<TaxonomyTerm>)[.. kind.OrderBy(term => term.Order).ThenBy(term => term.Code, StringComparer.Ordinal)]);

    /// <summary>Also those that are no longer offered.</summary>
    public IReadOnlyList<TaxonomyTerm> All(TermKind kind) => terms.GetValueOrDefault(kind, []);

    public IEnumerable<TaxonomyTerm> Offered(TermKind kind) => All(kind).Where(term => term.Active);

    public TaxonomyTerm? Find(TermKind kind, string? code) => All(kind).FirstOrDefault(term => term.Code == code);

    /// <summary>Those of <paramref name="codes"/> that exist, once each and in the order of the list.</summary>
    public IReadOnlyList<TaxonomyTerm> Of(TermKind kind, IReadOnlyCollection<string> codes) => [.. All(kind).Where(term => codes.Contains(term.Code))];
}

/// <summary>Needed by every page of test beds and changed seldom.</summary>
internal sealed class KeptTaxonomy(IServiceScopeFactory scopes, TimeProvider time) : Kept<TestbedsDbContext, Taxonomy>(scopes, time, TimeSpan.FromSeconds(30))
{
    protected override async Task<Taxonomy> ReadAsync(TestbedsDbContext db, CancellationToken cancellationToken) =>
        new(await db.Terms.AsNoTracking().ToListAsync(cancellationToken));
}

internal static class TermNames
{
    /// <summary>The term's name in the reader's language: the municipality's own English where it has one, otherwise the catalogue's.</summary>
    public static string Name(this IStringLocalizer texts, TaxonomyTerm term) =>
        term.English is { } english && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "sv" ? english : texts[term.Name].Value;
}
