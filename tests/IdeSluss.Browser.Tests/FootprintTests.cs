using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Browser.Tests;

[Collection<Municipalities>]
public sealed class FootprintTests(PiteaInAHurry filled)
{
    private const long Most = 250L * 1024 * 1024;

    [Fact]
    public async Task The_host_stays_small_after_use()
    {
        var folder = Directory.CreateTempSubdirectory("idesluss-footprint-").FullName;
        await using var host = await HostProcess.Start(folder, new Dictionary<string, string?> { ["ConnectionStrings:IdeSluss"] = filled.Database.ConnectionString, ["IdeSluss:Demo"] = "true" }).ReadyAsync();
        using (var visitor = host.Visitor())
        {
            for (var round = 0; round < 40; round++)
                foreach (var address in new[] { "/", "/ideer", "/lamna-ide", "/sa-funkar-det", "/folj", "/logga-in", "/tillganglighet" })
                    await visitor.GetAsync(address);
        }

        var used = host.MemoryInUse();

        TestContext.Current.TestOutputHelper?.WriteLine($"The host uses {used / 1024 / 1024} MB (PSS).");
        Assert.True(used < Most, $"The host uses {used / 1024 / 1024} MB (PSS), more than {Most / 1024 / 1024}.");
        Directory.Delete(folder, recursive: true);
    }
}
