using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Trials;

public sealed class HostWithoutTestbeds() : TestingHost(["testbeds"]);

/// <summary>Ideas knows nothing of test beds: a case goes through its test on its plain forms.</summary>
public class WithoutTestbedsTests(HostWithoutTestbeds host) : IClassFixture<HostWithoutTestbeds>
{
    [Fact]
    public async Task With_the_module_switched_off_an_idea_is_tested_and_decided_on_by_its_own_forms()
    {
        var number = await host.DecidedAsync("En bänk utan testbädd", Tracks.Small);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        await owner.FilledAsync(number, FormKeys.SmallTest, """{ "resultat": "Alla ville sitta." }""");
        await owner.DecidedAsync(number, new { gate = Gates.Evaluate, outcome = "DO_IT", reason = "Det fungerade.", impartial = true });
        Assert.Equal(Stages.Implementation, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", number));
        Assert.Equal(404, (await owner.GetAsync("/testresultat")).StatusCode);
    }
}
