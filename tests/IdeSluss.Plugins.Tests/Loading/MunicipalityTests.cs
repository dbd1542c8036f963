using IdeSluss.Host;
using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Plugins;
using Xunit;

namespace IdeSluss.Plugins.Tests.Loading;

public sealed class MunicipalityTests : IDisposable
{
    private const string Branding = """
        public Municipality Municipality => new("0000", "Provköpings kommun", "Provköping", "212000-0000", new[] { new AuthoritySeed("KS", "Kommunstyrelsen", Array.Empty<UnitSeed>()) }, "KS");
        public Branding Branding => new("Provslussen", "prov", new[] { new ColorPair("knapp", "FOREGROUND", "BACKGROUND") }, "<svg/>",
            new ContactWays("0000-00 00 00", null, "Box 0", "Torget 0", "0000-00 00 01"), new[] { "sv" }, Array.Empty<FooterLink>());
        """;

    private readonly PluginWorkshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void Colours_with_enough_contrast_are_accepted()
    {
        Make("#ffffff", "#2b512b");
        Assert.Equal(PluginStep.Active, workshop.Load("prov", isMunicipality: true).Status.Reached);
    }

    [Fact]
    public void A_brand_that_cannot_be_read_is_a_fault_that_names_colours_and_ratio()
    {
        Make("#999999", "#ffffff");
        var status = workshop.Load("prov", isMunicipality: true).Status;
        Assert.Equal(PluginStep.Validated, status.FailedAt);
        Assert.Contains("knapp: #999999 on #ffffff has contrast 2.85:1, needs 4.5:1", Assert.Single(status.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#ffffff", 1)]
    public void Contrast_is_the_one_of_WCAG(string one, string other, double ratio)
    {
        Assert.Equal(ratio, Contrast.Ratio(one, other)!.Value, 2);
        Assert.Equal(ratio, Contrast.Ratio(other, one)!.Value, 2);
    }

    [Fact]
    public async Task The_host_refuses_to_start_without_its_municipality_and_prints_the_whole_report()
    {
        workshop.Make("prov", members: "public TestPlugin() => throw new InvalidOperationException(\"no licence file\");");
        var refusal = await Assert.ThrowsAsync<StartUpException>(() => StartAsync("prov"));
        Assert.Contains("prov 1.0.0 (required): failed at Created", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no licence file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_refuses_to_start_when_no_municipality_is_named()
    {
        var refusal = await Assert.ThrowsAsync<StartUpException>(() => StartAsync(""));
        Assert.Contains("IdeSluss:Municipality", refusal.Message, StringComparison.Ordinal);
    }

    private void Make(string foreground, string background) => workshop.Make(
        "prov",
        members: Branding.Replace("FOREGROUND", foreground, StringComparison.Ordinal).Replace("BACKGROUND", background, StringComparison.Ordinal),
        bases: "IMunicipalityPlugin");

    private Task StartAsync(string municipality) => IdeSlussHost.CreateAsync([], ModuleList.All, new HostOverrides
    {
        Configuration = new Dictionary<string, string?>
        {
            ["IdeSluss:Municipality"] = municipality,
            ["IdeSluss:PluginFolder"] = workshop.Root,
            ["ConnectionStrings:IdeSluss"] = "Host=127.0.0.1;Port=1",
            ["urls"] = "http://127.0.0.1:0",
        },
    });
}
