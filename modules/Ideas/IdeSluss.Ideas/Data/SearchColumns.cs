using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Swedish;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace IdeSluss.Ideas.Data;

/// <summary>
/// What an idea is searched and compared by, kept beside its texts. Two vectors, because they have two audiences: <see cref="Public"/> is of the public text only,
/// <see cref="Work"/> also of what the submitter wrote. PostgreSQL makes both from the texts and from our own terms (<see cref="TextTerms"/>), which follow the texts in
/// the same save; so whoever writes a text, a search finds it.
/// </summary>
internal static class SearchColumns
{
    public const string Public = "PublicSearch";
    public const string Work = "WorkSearch";
    public const string PublicTerms = "PublicTerms";

    /// <summary>Terms of the submitter's text that are not in <see cref="PublicTerms"/>.</summary>
    public const string OriginalTerms = "OriginalTerms";
    public const string TermsVersion = "TermsVersion";

    /// <summary>Ideas that a public list may ever show; each such list has it as its condition, so that the partial indexes serve it.</summary>
    public const string PublicFilter = "published_at is not null and not restricted and redirect_target is null";

    /// <summary>
    /// PostgreSQL's parser takes typographic quotes and dashes for letters in a database whose own locale is C, and a slash for a path: they become spaces. The soft
    /// hyphen, last and without a counterpart, goes.
    /// </summary>
    public const string BetweenWords = "”“„‟’‘‚‹›»«–—…·•/|_*\u00A0";

    public static void Map(EntityTypeBuilder<Idea> idea)
    {
        idea.Property<string[]?>(PublicTerms);
        idea.Property<string[]?>(OriginalTerms);
        idea.Property<int>(TermsVersion);
        Generated(idea.Property<NpgsqlTsVector?>(Public), $"{Words("public_title", 'A')} || {Words("need_sentence", 'B')} || {Words("public_text", 'C')} || {Terms("public_terms")}");
        Generated(idea.Property<NpgsqlTsVector?>(Work),
            $"{Words("original_title", 'A')} || {Words("public_title", 'A')} || {Words("need_sentence", 'B')} || {Words("original_text", 'C')} || {Words("place", 'C')} || {Words("who_has_need", 'C')} || "
            + $"case when public_text is distinct from original_text then {Words("public_text", 'C')} else ''::tsvector end || {Terms("public_terms")} || {Terms("original_terms")}");
        // Without fastupdate: a list of pending entries would be read from end to end by every search after a write.
        idea.HasIndex(Public).HasMethod("gin").HasFilter(PublicFilter).HasStorageParameter("fastupdate", false).HasDatabaseName("ix_idea_public_search");
        idea.HasIndex(Work).HasMethod("gin").HasFilter("not restricted").HasStorageParameter("fastupdate", false).HasDatabaseName("ix_idea_work_search");
    }

    /// <summary>Before a save: the terms follow the texts.</summary>
    public static void Follow(EntityEntry<Idea> entry)
    {
        var isNew = entry.State == EntityState.Added;
        if (!isNew && (entry.State != EntityState.Modified
            || !(entry.Property(idea => idea.PublicTitle).IsModified || entry.Property(idea => idea.NeedSentence).IsModified || entry.Property(idea => idea.PublicText).IsModified))) return;
        var (open, original) = TermsOf(entry.Entity, Compounds.BuiltIn);
        entry.Property<string[]?>(PublicTerms).CurrentValue = open;
        entry.Property<string[]?>(OriginalTerms).CurrentValue = original;
        entry.Property<int>(TermsVersion).CurrentValue = TextTerms.Version;
    }

    public static (string[]? Public, string[] Original) TermsOf(Idea idea, Compounds compounds)
    {
        var open = idea.PublicText is null ? null : TextTerms.Of(compounds, idea.PublicTitle, idea.NeedSentence, idea.PublicText);
        var original = TextTerms.Of(compounds, idea.OriginalTitle, idea.OriginalText, idea.Place, idea.WhoHasNeed);
        return (open is null ? null : [.. open], [.. original.Except(open ?? [])]);
    }

    /// <summary>Made by the database alone: never written and never read back after a save.</summary>
    private static void Generated(PropertyBuilder property, string sql)
    {
        property.HasComputedColumnSql(sql, stored: true).ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }

    private static string Words(string column, char weight) =>
        $"setweight(to_tsvector('swedish'::regconfig, translate(coalesce({column}, ''), U&'{Escaped}', '{new string(' ', BetweenWords.Length)}')), '{weight}')";

    /// <summary>In plain letters, so that no file needs to hold characters that cannot be seen.</summary>
    private static string Escaped => string.Concat((BetweenWords + "\u00AD").Select(letter => $@"\{(int)letter:X4}"));

    private static string Terms(string column) => $"array_to_tsvector(coalesce({column}, '{{}}'::text[]))";
}
