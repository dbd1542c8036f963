using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoImplementationForms
{
    public static JsonObject Plan(DemoFacts facts)
    {
        var plan = facts.Need(facts.Study.Plan, "study.plan");
        var answers = new JsonObject
        {
            ["start"] = facts.On(60), ["steg"] = Rows(plan.Steps.Select((step, number) => new JsonObject { ["vad"] = step[0], ["vem"] = step[1], ["klart"] = facts.On(60 + (30 * number)) })),
            ["utbildas"] = Number(plan.Trained), ["kop"] = plan.Buy, ["klassning"] = facts.Study.Data is null ? "ingen" : Yes, ["gallring"] = facts.Study.Data is null ? "inga" : Yes,
            ["mbl"] = "behovs-inte", ["mbl-skal"] = plan.NoMbl, ["principiell"] = plan.Principle ? Yes : No, ["uppfoljning"] = "Vi mäter varje kvartal, på samma sätt som före testet, och följer upp efter sex och tolv månader.",
        };
        if (facts.Study.Data is not null) answers["gallring-beslut"] = "Dokumenthanteringsplanen, avsnitt 4";
        return answers;
    }

    public static JsonObject Basis(DemoFacts facts)
    {
        var decision = facts.Need(facts.Study.Decision, "study.decision");
        return new() { ["forslag"] = decision.Proposal, ["bedomning"] = decision.Assessment, ["betalas"] = decision.Paid, ["skickas-till"] = decision.SentTo };
    }

    public static JsonObject Handover(DemoFacts facts)
    {
        var handover = facts.Need(facts.Study.Handover, "study.handover");
        return new() { ["rutin"] = handover.Routine, ["utbildade"] = Number(handover.Trained), ["nyttoansvarig"] = "Enhetschefen", ["stod"] = handover.Support };
    }

    public static JsonObject SelfCheck(DemoFacts facts) => new()
    {
        ["kontroller"] = Rows(new JsonObject { ["vad"] = facts.Study.Measure.What, ["hur"] = facts.Study.Measure.How, ["hur-ofta"] = "kvartal", ["vem"] = "Enhetschefen", ["forsta"] = facts.On(90) }),
    };
}
