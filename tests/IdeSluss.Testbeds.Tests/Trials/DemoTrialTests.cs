using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Trials;

public sealed class SkellefteaDemo() : TestHost(new TestHostOptions { Municipality = "skelleftea" });

public sealed class PiteaDemoTrialTests(TestHost host) : DemoTrialTests(host, "Madrass som känner när någon stiger upp", "Ett larm som ofta har fel är sämre än inget."), IClassFixture<TestHost>;

public sealed class SkellefteaDemoTrialTests(SkellefteaDemo host) : DemoTrialTests(host, "Armband som påminner om matlådan", "En signal utan bild säger inte vad man ska göra."), IClassFixture<SkellefteaDemo>;

/// <summary>Whoever tries the demo finds tests in every state, one of them with a no that everyone can learn from.</summary>
public abstract class DemoTrialTests(TestHost host, string negative, string lesson)
{
    [Fact]
    public async Task The_demo_has_tests_in_every_state_and_a_no_that_everyone_can_learn_from()
    {
        Assert.Equal("Closed,Preparing,Running", await host.Database.QueryAsync<string>("select string_agg(distinct status, ',' order by status) from testbeds.trial"));
        // Who took part in what is over is not known any longer.
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from testbeds.participant_contact c join testbeds.trial t on t.id = c.trial_id where t.status = 'Closed'"));
        using var anyone = host.Visitor();
        var results = await anyone.GetAsync("/testresultat?visade=Rejects");
        Assert.True(results.Says(negative), results.Text);
        var number = await host.Database.QueryAsync<string>("select number from testbeds.trial where title = $1", negative);
        Assert.True((await anyone.GetAsync($"/testresultat/{number}")).Says(lesson));
        Assert.True((await anyone.GetAsync($"/ideer/{number[..^3]}")).Says("Testet visade inte det vi trodde"));
        Assert.Contains("avsluta", await host.Database.QueryAsync<string>($"select answers::text from ideas.evidence where form = '{FormKeys.TestReport}' and idea_id = (select idea_id from testbeds.trial where number = $1)", number), StringComparison.Ordinal);
    }
}
