using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoLightForms
{
    public static JsonObject DoNow(DemoFacts facts) => new() { ["gjort"] = facts.Need(facts.Idea.DoNow, "doNow") };

    public static JsonObject SmallIdea(DemoFacts facts)
    {
        var small = facts.Small;
        var page = new JsonObject
        {
            ["andring"] = small.Change, ["for-vem"] = small.For, ["ansvarig"] = small.Who, ["klart"] = facts.On(60), ["test"] = YesNo(small.Test is not null), ["effekt"] = small.Sign,
        };
        if (small.Test is not null) page["test-hur"] = small.Test;
        else page["test-behovs-inte"] = facts.Need(small.NoTest, "small.noTest or small.test");
        return page;
    }

    public static JsonObject SmallTest(DemoFacts facts) => new() { ["resultat"] = facts.Need(facts.Step?.Tested ?? facts.Small.Tested, "small.tested") };

    public static JsonObject SmallHandover(DemoFacts facts) => new() { ["klart"] = facts.Need(facts.Small.Done, "small.done") };

    public static JsonObject SmallFollowUp(DemoFacts facts) => new() { ["utfall"] = facts.Need(facts.Small.Result, "small.result") };
}
