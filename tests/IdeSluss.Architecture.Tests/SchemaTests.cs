using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace IdeSluss.Architecture.Tests;

public partial class SchemaTests
{
    /// <summary>Tables that the platform owns and that every module's transaction writes to.</summary>
    private static readonly string[] Shared = ["messaging", "audit", "mail", "files"];

    private static readonly string[] OfPlatform = ["platform", "quartz", .. Shared];

    [Fact]
    public void Every_module_and_plugin_has_one_schema_and_it_bears_its_name()
    {
        foreach (var (project, context) in Contexts())
            using (context)
                Assert.Equal(SchemaOf(project), context.Schema);
        Wrong.None(Contexts().GroupBy(item => item.Project).Where(group => group.Count() > 1).Select(group => group.Key.Name));
    }

    [Fact]
    public void No_entity_lies_in_the_schema_of_another() => Wrong.None(
        from item in Contexts()
        from entity in item.Context.Model.GetEntityTypes()
        let schema = entity.GetSchema()
        where schema is not null && schema != item.Context.Schema && !Shared.Contains(schema) && !(item.Project.Layer == Layer.Platform && OfPlatform.Contains(schema))
        select $"{item.Project.Name}: {entity.ClrType.Name} in {schema}");

    [Fact]
    public void No_SQL_names_the_schema_of_another()
    {
        var schemas = Contexts().Select(item => item.Context.Schema).Concat(OfPlatform).Distinct().ToList();
        Wrong.None(
            from item in Assemblies.Product
            from text in Texts(item.File)
            from schema in NamedIn(text, schemas)
            where schema != SchemaOf(item.Project) && item.Project.Layer is not (Layer.Platform or Layer.Sdk)
            select $"{item.Project.Name}: {schema} in «{text}»");
    }

    [Fact]
    public void The_search_for_foreign_SQL_sees_it() =>
        Assert.Equal(["people", "ideas"], NamedIn("with x as (select id from people.person) update \"ideas\".idea set version = 1", ["people", "ideas", "audit"]));

    [Fact]
    public void No_model_has_changes_without_a_migration()
    {
        foreach (var (project, context) in Contexts())
            using (context)
                Assert.False(context.Database.HasPendingModelChanges(), $"{project.Name}: the model of {context.GetType().Name} has changed since its last migration.");
    }

    [Fact]
    public void Migrations_of_all_contexts_have_names_of_their_own()
    {
        var names = Contexts().SelectMany(item => item.Context.Database.GetMigrations()).Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
    }

    /// <summary>The version before runs on the database of this one: during a rolling upgrade, and after a roll-back.</summary>
    [Fact]
    public void A_migration_only_adds_or_says_that_it_takes_away() => Wrong.None(
        from item in Contexts()
        let migrations = item.Context.GetService<IMigrationsAssembly>()
        from pair in migrations.Migrations
        where !pair.Value.IsDefined(typeof(ContractStepAttribute))
        from operation in migrations.CreateMigration(pair.Value, "Npgsql.EntityFrameworkCore.PostgreSQL").UpOperations
        where TakesAway(operation)
        select $"{pair.Key} in {item.Project.Name}: {operation.GetType().Name}. Take it in the release after the one that stopped using it, with [ContractStep].");

    [Fact]
    public void The_search_for_what_takes_away_sees_it()
    {
        Assert.True(TakesAway(new DropColumnOperation { Name = "a", Table = "t" }));
        Assert.True(TakesAway(new RenameTableOperation { Name = "t", NewName = "u" }));
        Assert.True(TakesAway(new AddColumnOperation { Name = "a", Table = "t", ClrType = typeof(int), IsNullable = false }));
        Assert.True(TakesAway(new AlterColumnOperation { Name = "a", Table = "t", ClrType = typeof(int), IsNullable = false, OldColumn = new AddColumnOperation { Name = "a", Table = "t", ClrType = typeof(int), IsNullable = true } }));
        Assert.True(TakesAway(new SqlOperation { Sql = "alter table t drop column a" }));
        Assert.False(TakesAway(new AddColumnOperation { Name = "a", Table = "t", ClrType = typeof(int), IsNullable = true }));
        Assert.False(TakesAway(new AddColumnOperation { Name = "a", Table = "t", ClrType = typeof(int), IsNullable = false, DefaultValue = 0 }));
        Assert.False(TakesAway(new CreateTableOperation { Name = "t" }));
    }

    private static bool TakesAway(MigrationOperation operation) => operation switch
    {
        DropTableOperation or DropColumnOperation or DropSchemaOperation or RenameTableOperation or RenameColumnOperation => true,
        // The version before would write a row without it.
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } => true,
        AlterColumnOperation changed => (!changed.IsNullable && changed.OldColumn.IsNullable) || (changed.ColumnType is not null && changed.OldColumn.ColumnType is not null && changed.ColumnType != changed.OldColumn.ColumnType),
        SqlOperation sql => Away().IsMatch(sql.Sql),
        _ => false,
    };

    [GeneratedRegex(@"\b(drop\s+(table|column|schema)|rename\s+(to|column))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Away();

    private static IEnumerable<(Project Project, ModuleDbContext Context)> Contexts() =>
        from item in Assemblies.Loaded
        from type in item.Assembly.GetTypes()
        where type.IsSubclassOf(typeof(ModuleDbContext)) && !type.IsAbstract
        select (item.Project, Create(type));

    /// <summary>Made as the design-time tools make it: nothing connects.</summary>
    private static ModuleDbContext Create(Type type)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql("Host=nowhere.invalid", npgsql => npgsql.MigrationsAssembly(type.Assembly.GetName().Name));
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return (ModuleDbContext)Activator.CreateInstance(type, any, null, [builder.Options], null)!;
    }

    private static string SchemaOf(Project project) => project.Layer switch
    {
        Layer.Platform => "platform",
        Layer.Plugin => "plugin_" + project.Name.Split('.')[^1].ToLowerInvariant(),
        _ => ModuleNames.Value.GetValueOrDefault(project.Name, ""),
    };

    private static readonly Lazy<Dictionary<string, string>> ModuleNames = new(() =>
        Assemblies.Loaded.SelectMany(item => item.Assembly.GetTypes().Where(type => typeof(IModule).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (item.Project.Name, Module: ((IModule)Activator.CreateInstance(type, nonPublic: true)!).Name))).ToDictionary(item => item.Name, item => item.Module));

    private static IEnumerable<string> NamedIn(string sql, IReadOnlyList<string> schemas) =>
        Named().Matches(sql).Select(match => match.Groups[1].Value).Where(schemas.Contains).Distinct();

    /// <summary>Every text constant of an assembly.</summary>
    private static List<string> Texts(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            texts.Add(metadata.GetUserString(handle));
        return texts;
    }

    [GeneratedRegex("""\b(?:from|join|into|update|table|exists|only)\s+"?([a-z_]+)"?\s*\.\s*"?[a-z_]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
