using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

/// <summary>The module's forms, each filled in from what is known of an invented idea. A plugin's own forms come from its file.</summary>
internal static class DemoForms
{
    private static readonly Dictionary<string, Func<DemoFacts, JsonObject>> All = new()
    {
        [FormKeys.Sorting] = DemoNeedForms.Sorting,
        [FormKeys.DoNow] = DemoLightForms.DoNow,
        [FormKeys.SmallIdea] = DemoLightForms.SmallIdea,
        [FormKeys.SmallTest] = DemoLightForms.SmallTest,
        [FormKeys.SmallHandover] = DemoLightForms.SmallHandover,
        [FormKeys.SmallFollowUp] = DemoLightForms.SmallFollowUp,
        [FormKeys.IdeaCard] = DemoNeedForms.IdeaCard,
        [FormKeys.NeedMap] = DemoNeedForms.NeedMap,
        [FormKeys.StakeholderMap] = DemoNeedForms.StakeholderMap,
        [FormKeys.Focus] = DemoNeedForms.Focus,
        [FormKeys.Baseline] = DemoNeedForms.Baseline,
        [FormKeys.GenderRepresentation] = DemoNeedForms.GenderRepresentation,
        [FormKeys.Commitment] = DemoNeedForms.Commitment,
        [FormKeys.Screening] = DemoScreening.Answers,
        [FormKeys.Concept] = DemoTestForms.Concept,
        [FormKeys.TestPlan] = DemoTestForms.Plan,
        [FormKeys.RiskAnalysis] = DemoTestForms.Risks,
        [FormKeys.Consent] = DemoTestForms.Consent,
        [FormKeys.Maturity] = _ => DemoTestForms.Maturity("5", "3", "4", "3", "4", "4"),
        [FormKeys.TestReport] = DemoResultForms.Report,
        [FormKeys.Lesson] = DemoResultForms.Lesson,
        [FormKeys.BenefitCalculation] = DemoBenefitForms.Calculation,
        [FormKeys.EffectChain] = DemoBenefitForms.Chain,
        [FormKeys.EqualityMapping] = DemoEqualityForms.Mapping,
        [FormKeys.EqualityCheck] = DemoEqualityForms.Check,
        [FormKeys.GenderAnalysis] = DemoEqualityForms.Analysis,
        [FormKeys.AccessibilityImpact] = DemoEqualityForms.Accessibility,
        [FormKeys.ChildrenAndMinorities] = DemoEqualityForms.ChildrenAndMinorities,
        [FormKeys.ImplementationPlan] = DemoImplementationForms.Plan,
        [FormKeys.DecisionBasis] = DemoImplementationForms.Basis,
        [FormKeys.MaturityAfterTest] = _ => DemoTestForms.Maturity("7", "7", "6", "7", "6", "6"),
        [FormKeys.Handover] = DemoImplementationForms.Handover,
        [FormKeys.SelfCheck] = DemoImplementationForms.SelfCheck,
        [FormKeys.FollowUpSixMonths] = DemoFollowUpForms.SixMonths,
        [FormKeys.FollowUpTwelveMonths] = DemoFollowUpForms.TwelveMonths,
        [FormKeys.Spread] = DemoFollowUpForms.Spread,
    };

    /// <returns>Null for a form that is not the module's.</returns>
    public static JsonObject? Answers(string form, DemoFacts facts) => All.GetValueOrDefault(form)?.Invoke(facts);
}
