using System.Text.Json;
using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>The forms of a case as they were when it went live, so that what was promised can be read with the same rules as what is being planned.</summary>
internal static class PlanForms
{
    public static string Of(FormFacts facts) => JsonSerializer.Serialize(
        BenefitContent.Forms.Where(form => facts.Forms.Contains(form)).Select(form => new StoredAnswers(form, facts.FormOf(form)?.Version ?? 1, facts.AnswersTo(form).Json)), JsonSerializerOptions.Web);

    public static FormFacts Facts(this BenefitPlan plan, IFormRegistry forms) =>
        new(forms, (JsonSerializer.Deserialize<List<StoredAnswers>>(plan.Forms, JsonSerializerOptions.Web) ?? []).Select(one => new StoredForm(one.Form, one.Version, new Answers(one.Answers))));

    private sealed record StoredAnswers(string Form, int Version, JsonObject Answers);
}
