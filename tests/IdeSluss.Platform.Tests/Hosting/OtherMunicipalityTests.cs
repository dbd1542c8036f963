using IdeSluss.Host;
using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Tests.Web;
using IdeSluss.TestKit;
using Xunit;

namespace IdeSluss.Platform.Tests.Hosting;

[Collection(nameof(SharedHost))]
public sealed class OtherMunicipalityTests(TrialHost pitea)
{
    [Fact]
    public async Task One_municipalitys_database_is_refused_to_another()
    {
        var refusal = await Assert.ThrowsAsync<StartUpException>(() => IdeSlussHost.CreateAsync([], ModuleList.All, new HostOverrides
        {
            Configuration = new Dictionary<string, string?>
            {
                ["IdeSluss:Municipality"] = "skelleftea",
                ["IdeSluss:PluginFolder"] = Checkout.PluginFolder,
                ["IdeSluss:DataFolder"] = pitea.DataFolder,
                ["ConnectionStrings:IdeSluss"] = pitea.Database.ConnectionString,
                ["urls"] = "http://127.0.0.1:0",
                ["IdeSluss:Jobs"] = "false",
                ["IdeSluss:Background"] = "false",
            },
        }));
        Assert.Contains("Databasen hör till pitea, men här startas skelleftea", refusal.Message, StringComparison.Ordinal);
    }
}
