using IdeSluss.Host;
using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Hosting;

public sealed class DemoTests
{
    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://localhost:5080;http://*:5081")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://192.0.2.10:5080")]
    [InlineData("urls", "http://demo.example:5080")]
    [InlineData("http_ports", "5080")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://+:5080")]
    public async Task Demo_personas_are_refused_when_others_can_reach_the_site(string setting, string value)
    {
        var refusal = await Assert.ThrowsAsync<StartUpException>(() => IdeSlussHost.CreateAsync([], ModuleList.All, new HostOverrides
        {
            Configuration = new Dictionary<string, string?> { ["IdeSluss:Demo"] = "true", ["IdeSluss:Municipality"] = "pitea", ["ConnectionStrings:IdeSluss"] = "Host=127.0.0.1;Port=1", [setting] = value },
        }));
        Assert.Contains("Demoläget kan bara köras på den egna datorn", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("https://[::1]:5081", true)]
    [InlineData("http://localhost.example:5080", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("nonsense", false)]
    public void Only_this_machine_is_loopback(string address, bool loopback) => Assert.Equal(loopback, ListeningAddresses.IsLoopback(address));
}
