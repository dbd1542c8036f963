using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Every form of the default workflow: those that its gates ask for, the templates beside it, and earlier versions whose answers are still read.</summary>
internal static class GateForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        CaseForm.Definition,
        .. NeedForms.All,
        .. LightForms.All,
        .. TestForms.All,
        .. MaturityForms.All,
        .. EvaluationForms.All,
        .. BenefitForms.All,
        .. EqualityForms.All,
        .. EqualityGuides.All,
        .. ImplementationForms.All,
        .. FollowUpForms.All,
        .. EarlierForms.All,
    ];
}
