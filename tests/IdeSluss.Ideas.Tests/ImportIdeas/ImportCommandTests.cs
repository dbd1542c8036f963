using System.Globalization;
using System.Text;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;
using IdeSluss.Sdk.Commands;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.ImportIdeas;

/// <summary>Reading in at the command line, beside a host that serves on the same database.</summary>
public sealed class ImportCommandTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Many = 2_000;

    private readonly string folder = Directory.CreateDirectory(Path.Combine(host.DataFolder, Guid.CreateVersion7().ToString("N"))).FullName;

    [Fact]
    public async Task A_file_is_read_in_from_the_command_line_and_the_exit_code_tells_how_it_went()
    {
        var file = await FileAsync("ideer.csv", "id;idé\n1;Bänkar längs kanalen.\n2;Ljus vid spåret.\n");
        Assert.Equal((CommandExit.Done, 0), (await RunAsync(file, "--source", "kommandorad", "--dry-run"), await CountAsync("kommandorad")));
        Assert.Equal((CommandExit.Done, 2), (await RunAsync(file, "--source", "kommandorad"), await CountAsync("kommandorad")));
        Assert.Contains("2 har gått till sortering.", output, StringComparison.Ordinal);
        Assert.Equal((CommandExit.Partly, 2), (await RunAsync(await FileAsync("fler.csv", "id;idé\n1;Bänkar längs kanalen.\n2;Något annat.\n3;\n"), "--source", "kommandorad"), await CountAsync("kommandorad")));
        Assert.Contains("Rad 4, idé: ", output, StringComparison.Ordinal);
        Assert.Equal((CommandExit.Failed, 2), (await RunAsync(await FileAsync("strikt.csv", "id;idé\n4;Ny.\n5;\n"), "--source", "kommandorad", "--strict"), await CountAsync("kommandorad")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_missing()
    {
        Assert.Equal(CommandExit.Failed, await RunAsync("finns-inte.csv"));
        Assert.Contains($"Filen finns inte: {Path.Combine(folder, "finns-inte.csv")}", output, StringComparison.Ordinal);
        Assert.Equal(CommandExit.Usage, await RunAsync("finns-inte.csv", "--source", "två ord"));
    }

    [Fact]
    public async Task Killed_midway_and_begun_again_every_row_is_an_idea_exactly_once()
    {
        var csv = new StringBuilder("id;idé\n");
        for (var row = 1; row <= Many; row++) csv.Append(CultureInfo.InvariantCulture, $"{row};Fler bänkar längs kanalen, nummer {row}.\n");
        var file = await FileAsync("manga.csv", csv.ToString());
        await using (var first = Start("import", "ideas", file, "--source", "avbruten"))
        {
            await Eventually.TrueAsync(async () => await CountAsync("avbruten") > 0 || first.HasExited, "the first rows to be here", TimeSpan.FromMinutes(2));
            await first.KillAsync();
        }

        Assert.InRange(await CountAsync("avbruten"), 1, Many - 1);
        await using (var again = Start("import", "ideas", file, "--source", "avbruten")) Assert.Equal(CommandExit.Done, await again.EndedAsync());
        Assert.Equal(Many, await CountAsync("avbruten"));
        Assert.Equal(Many, await host.Database.QueryAsync<long>("select count(distinct r.external_id) from ideas.imported_row r join ideas.import_run u on u.id = r.run_id where u.source = 'avbruten'"));
        Assert.Equal(Many, await host.Database.QueryAsync<long>("select count(*) from messaging.event e where e.name = 'ideas.idea-submitted.v1' and e.stream in (select r.idea_id from ideas.imported_row r join ideas.import_run u on u.id = r.run_id where u.source = 'avbruten')"));
    }

    private string output = "";

    private HostProcess Start(params string[] arguments) =>
        HostProcess.Start(folder, new Dictionary<string, string?> { ["ConnectionStrings:IdeSluss"] = host.Database.ConnectionString, ["IdeSluss:Demo"] = "true" }, arguments);

    private async Task<int> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await host.InScopeAsync(services => services.GetRequiredService<ImportCommand>().RunAsync(new CommandCall(ImportCommand.Usage, arguments, folder, said, said), TestContext.Current.CancellationToken));
        output = said.ToString();
        return code;
    }

    private async Task<string> FileAsync(string name, string csv)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, csv, TestContext.Current.CancellationToken);
        return path;
    }

    private async Task<int> CountAsync(string source) => (int)await host.Database.QueryAsync<long>("select count(*) from ideas.imported_row r join ideas.import_run u on u.id = r.run_id where u.source = $1", source);
}
