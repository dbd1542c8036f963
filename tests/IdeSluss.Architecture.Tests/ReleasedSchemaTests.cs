using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Architecture.Tests;

/// <summary>
/// The release before runs on the database of this one. What it reads and writes is kept as text in <c>ReleasedSchema</c>, a file for each schema, and renewed when a release is made:
/// <c>IDESLUSS_RENEW_SCHEMA=1 dotnet run --project tests/IdeSluss.Architecture.Tests -- --filter-class '*ReleasedSchemaTests'</c>.
/// </summary>
public sealed class ReleasedSchemaTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Before = """
        ideas.idea.id: uuid not null
        ideas.idea.title: character varying(120)
        ideas.idea.state: integer not null default
        ideas.idea (id) PRIMARY KEY (id)
        ideas.idea (title) CHECK ((length((title)::text) > 2))
        """;

    private static string Folder => Sources.PathOf("tests/IdeSluss.Architecture.Tests/ReleasedSchema");

    [Fact]
    public async Task All_that_the_release_before_reads_and_writes_is_there_and_nothing_new_refuses_it()
    {
        var now = await SchemaPromise.ReadAsync(host.Database);
        if (Environment.GetEnvironmentVariable("IDESLUSS_RENEW_SCHEMA") is { Length: > 0 })
        {
            Directory.CreateDirectory(Folder);
            foreach (var (schema, text) in now.Files()) await File.WriteAllTextAsync(Path.Combine(Folder, schema + ".txt"), text, TestContext.Current.CancellationToken);
        }

        var released = SchemaPromise.Parse(Directory.EnumerateFiles(Folder, "*.txt").SelectMany(File.ReadAllLines));
        Assert.True(released.Columns.Count > 500 && released.Rules.Count > 100, $"{released.Columns.Count} columns and {released.Rules.Count} rules.");
        Wrong.None(released.BrokenBy(now));
    }

    [Theory]
    [InlineData("ideas.idea.title: character varying(120)", "", "is gone")]
    [InlineData("character varying(120)", "text", "has become")]
    [InlineData("character varying(120)", "character varying(120) not null", "has become")]
    [InlineData("uuid not null", "uuid", "has become")]
    [InlineData("integer not null default", "integer not null", "has lost its default")]
    [InlineData("", "ideas.idea.area: text not null", "is not written by the release before")]
    [InlineData("> 2", "> 3", "may refuse what the release before writes")]
    [InlineData("", "ideas.idea (title) UNIQUE btree (title)", "may refuse what the release before writes")]
    [InlineData("", "ideas.idea (area, title) CHECK ((area <> (title)::text))", "may refuse what the release before writes")]
    [InlineData("", "ideas.idea (title) FOREIGN KEY (title) REFERENCES ideas.title(text)", "may refuse what the release before writes")]
    [InlineData("", "ideas.vote (idea) FOREIGN KEY (idea) REFERENCES ideas.idea(id)", "stops the release before from deleting")]
    public void What_would_break_it_is_seen(string before, string after, string said) => Assert.Contains(said, Assert.Single(BrokenBy(before, after)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "ideas.idea.area: text")]
    [InlineData("", "ideas.idea.area: text not null default")]
    [InlineData("", "ideas.idea (area) UNIQUE btree (area)")]
    [InlineData("", "ideas.vote.id: uuid not null")]
    [InlineData("", "ideas.vote (idea) FOREIGN KEY (idea) REFERENCES ideas.idea(id) ON DELETE CASCADE")]
    [InlineData("ideas.idea (title) CHECK ((length((title)::text) > 2))", "")]
    public void What_only_adds_is_let_by(string before, string after) => Wrong.None(BrokenBy(before, after));

    private static IEnumerable<string> BrokenBy(string before, string after)
    {
        var changed = before.Length == 0 ? Before + "\n" + after : Before.Replace(before, after, StringComparison.Ordinal);
        return SchemaPromise.Parse(Before.Split('\n')).BrokenBy(SchemaPromise.Parse(changed.Split('\n')));
    }
}
