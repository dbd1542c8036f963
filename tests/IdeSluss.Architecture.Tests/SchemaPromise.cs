using System.Text.RegularExpressions;
using IdeSluss.TestKit.Databases;

namespace IdeSluss.Architecture.Tests;

/// <summary>A column as a program that reads and writes it sees it.</summary>
internal sealed record PromisedColumn(string Table, string Name, string Type, bool NotNull, bool HasDefault)
{
    public override string ToString() => $"{Table}.{Name}: {Type}{(NotNull ? " not null" : "")}{(HasDefault ? " default" : "")}";
}

/// <summary>What may refuse a row: a key, something unique, a check or a reference.</summary>
internal sealed record PromisedRule(string Table, string Columns, string Definition)
{
    public override string ToString() => $"{Table} ({Columns}) {Definition}";
}

/// <summary>What the database of one release is to a program of that release, as text with one line for each part, and whether another database still is that.</summary>
internal sealed partial record SchemaPromise(IReadOnlyList<PromisedColumn> Columns, IReadOnlyList<PromisedRule> Rules)
{
    /// <summary>Quartz makes and changes its own tables, and any version of it that we use has the same.</summary>
    private const string Ours = "n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'quartz') and c.relkind in ('r', 'p') and not c.relispartition";

    private const string ColumnLines = $"""
        select n.nspname || '.' || c.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end || case when a.atthasdef or a.attidentity <> '' then ' default' else '' end
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and a.attnum > 0 and not a.attisdropped
        """;

    private const string RuleLines = $"""
        select n.nspname || '.' || c.relname || ' (' || (select string_agg(a.attname, ', ' order by a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(r.conkey)) || ') ' || pg_get_constraintdef(r.oid)
        from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and r.contype in ('c', 'f', 'p', 'u', 'x')
        union all
        select n.nspname || '.' || c.relname || ' (' || (
                select string_agg(distinct a.attname, ', ') from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                where d.objid = i.indexrelid and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid) || ') ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE UNIQUE INDEX .* USING', 'UNIQUE')
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and i.indisunique and not exists (select from pg_constraint r where r.conindid = i.indexrelid and r.conrelid = c.oid)
        """;

    public static async Task<SchemaPromise> ReadAsync(TestDatabase database) => Parse([.. await database.ListAsync<string>(ColumnLines), .. await database.ListAsync<string>(RuleLines)]);

    public static SchemaPromise Parse(IEnumerable<string> lines)
    {
        var (columns, rules) = (new List<PromisedColumn>(), new List<PromisedRule>());
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (ColumnLine().Match(line) is { Success: true } column)
                columns.Add(new(column.Groups[1].Value, column.Groups[2].Value, column.Groups[3].Value, column.Groups[4].Success, column.Groups[5].Success));
            else if (RuleLine().Match(line) is { Success: true } rule)
                rules.Add(new(rule.Groups[1].Value, rule.Groups[2].Value, rule.Groups[3].Value));
            else
                throw new FormatException($"Not a line of a schema: {line}");
        }

        return new(columns, rules);
    }

    public IEnumerable<(string Schema, string Text)> Files() =>
        from line in Columns.Select(column => column.ToString()).Concat(Rules.Select(rule => rule.ToString()))
        group line by line[..line.IndexOf('.', StringComparison.Ordinal)] into schema
        select (schema.Key, string.Join('\n', schema.Order(StringComparer.Ordinal)) + "\n");

    /// <summary>Why a program that was made for this would fail on <paramref name="now"/>.</summary>
    public IEnumerable<string> BrokenBy(SchemaPromise now)
    {
        var tables = Columns.Select(column => column.Table).ToHashSet();
        var known = Columns.ToDictionary(column => (column.Table, column.Name));
        var found = now.Columns.ToDictionary(column => (column.Table, column.Name));
        foreach (var (key, before) in known)
        {
            if (!found.TryGetValue(key, out var after)) yield return $"{before} is gone";
            else if (after.Type != before.Type || after.NotNull != before.NotNull) yield return $"{before} has become {after}";
            else if (before.HasDefault && !after.HasDefault) yield return $"{before} has lost its default";
        }

        foreach (var added in now.Columns.Where(column => tables.Contains(column.Table) && !known.ContainsKey((column.Table, column.Name)) && column is { NotNull: true, HasDefault: false }))
            yield return $"{added} is not written by the release before";

        foreach (var rule in now.Rules.Except(Rules))
        {
            // One that looks at new columns alone sees what they have by themselves.
            if (rule.Columns.Split(", ").Any(column => known.ContainsKey((rule.Table, column)))) yield return $"{rule} may refuse what the release before writes";
            else if (Refers().Match(rule.Definition) is { Success: true } refers && tables.Contains(refers.Groups[1].Value) && !refers.Groups[2].Success) yield return $"{rule} stops the release before from deleting";
        }
    }

    [GeneratedRegex(@"^(\w+\.\w+)\.(\w+): (.+?)( not null)?( default)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"^(\w+\.\w+) \(([^)]*)\) (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"REFERENCES (\w+\.\w+)\([^)]*\).*?( ON DELETE (?:CASCADE|SET NULL|SET DEFAULT))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Refers();
}
