using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Composition;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IdeSluss.Platform.Tests.Hosting;

public sealed class SettingTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_no_secret_is_repeated()
    {
        var refused = Assert.Throws<StartUpException>(() => SettingChecks.CheckAll(Given(
            ("IdeSluss:Mail:Port", "femtio"), ("IdeSluss:Demo", "ja"), ("IdeSluss:PublicAddress", "idesluss.example.se"), ("IdeSluss:Messaging:Poll", "-1"), ("IdeSluss:PublicAdress", "x"), ("IdeSluss:Nonsens", "hemligt")), OwnSettings.All));
        foreach (var said in new[]
                 {
                     "IdeSluss:Municipality är inte satt.", "IdeSluss:Mail:Port ska vara ett heltal mellan 1 och 65535. Nu är den 'femtio'. Exempel: 587", "IdeSluss:Demo ska vara true eller false.", "IdeSluss:PublicAddress ska vara en hel adress",
                     "IdeSluss:Messaging:Poll ska vara en tid", "IdeSluss:PublicAdress finns inte. Menade du IdeSluss:PublicAddress?", "IdeSluss:Nonsens finns inte.",
                 }) Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", refused.Message, StringComparison.Ordinal);
        var secret = new Setting("IdeSluss:Tal", SettingKind.Number, null, "1", "", "") { IsSecret = true };
        Assert.DoesNotContain("svordom", Assert.Throws<StartUpException>(() => SettingChecks.CheckValues(Given(("IdeSluss:Tal", "svordom")), [secret])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_used_and_what_is_set_to_nothing_stops_no_start()
    {
        SettingChecks.CheckAll(Given([.. OwnSettings.All.Select(setting => (setting.Key.Replace("{0}", "0", StringComparison.Ordinal).Replace("{namn}", "write", StringComparison.Ordinal), setting.Example))]), OwnSettings.All);
        SettingChecks.CheckAll(Given(("IdeSluss:Municipality", "pitea"), ("IdeSluss:Mail:Port", ""), ("idesluss:demo", "True")), OwnSettings.All);
    }

    /// <summary>After a change: <c>IdeSluss.Host settings &gt; src/IdeSluss.Host/Deploy/SETTINGS.md</c>.</summary>
    [Fact]
    public async Task The_list_that_comes_with_the_program_is_the_one_that_the_program_writes()
    {
        using var folder = new TemporaryFolder();
        await using var host = HostProcess.Start(folder.Path, new Dictionary<string, string?>(), "settings");
        Assert.True(await host.EndedAsync() == 0, host.Output);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src", "IdeSluss.Host", "Deploy", "SETTINGS.md"), TestContext.Current.CancellationToken), host.Output + "\n");
    }

    private static IConfiguration Given(params (string Key, string Value)[] settings) => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build();
}
