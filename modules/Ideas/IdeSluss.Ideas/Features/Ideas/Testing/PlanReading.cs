using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Testing;

/// <summary>The plan of a test out of the case's forms: the test plan with what it carries, or the one page of track Liten.</summary>
internal static class PlanReading
{
    public static TestPlan Of(FormFacts facts)
    {
        var plan = facts.Of(FormKeys.TestPlan)?.Answers;
        var small = facts.Of(FormKeys.SmallIdea)?.Answers;
        return new(
            plan is null ? small?.Text("test-hur") : Hypothesis(plan), plan?.Text("stopp"), plan?.Text("ansvariga") ?? small?.Text("ansvarig"), Day(plan?.Text("start")), Day(plan?.Text("slut") ?? small?.Text("klart")),
            plan?.Text("deltar") is "ja" or "vet-inte", plan?.Number("antal") is { } people ? (int)Math.Clamp(people, 0, int.MaxValue) : null, plan?.Text("kontakt"), Day(plan?.Text("etik-giltigt-till")),
            [.. (plan?.Rows("kriterier") ?? []).Where(row => row.Text("matt") is not null).Select(row => new PlannedMeasure(row.Text("matt")!, row.Number("varde"), row.Text("enhet"), row.Text("riktning") == "hogre", row.Number("grans")))],
            [.. (plan?.Rows("uppgifter") ?? []).Select(row => new PlannedData(row.Text("uppgift") ?? "", row.Text("andamal") ?? "", row.Text("grund") ?? "", row.Text("vem") ?? "", row.Text("var") ?? "", Day(row.Text("tas-bort"))))]);
    }

    /// <summary>In the words of the plan's own headings.</summary>
    private static string? Hypothesis(Answers plan) =>
        plan.Text("tror") is { } tried ? $"Vi tror att {Inside(tried)} för {Inside(plan.Text("for-vem"))} leder till {Inside(plan.Text("leder-till"))}." : null;

    /// <summary>As a part of a sentence: without a full stop, and with a capital only where the word is written so (IVPA).</summary>
    private static string? Inside(string? answer) => answer?.Trim().TrimEnd('.') switch
    {
        [var first, var second, ..] text when char.IsUpper(first) && char.IsLower(second) => char.ToLowerInvariant(first) + text[1..],
        var text => text,
    };

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
