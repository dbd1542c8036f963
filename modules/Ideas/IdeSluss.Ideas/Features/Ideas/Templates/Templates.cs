using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <param name="Gate">Name of the first gate that asks for it; null for what is used outside cases.</param>
internal sealed record Template(FormDefinition Form, string? Gate);

/// <summary>Every form that is in use, empty: what the gates of any workflow ask for, and those for use outside a case.</summary>
internal sealed class FormTemplates(IFormRegistry forms, IWorkflowRegistry workflows)
{
    public IReadOnlyList<Template> All()
    {
        var current = workflows.All.Select(workflow => workflow.Key).Distinct().Select(workflows.Current).OfType<WorkflowDefinition>().OrderBy(workflow => workflow.Key != DefaultWorkflow.Key).ToList();
        return
        [
            .. forms.All.Where(form => form.OutsideCase && forms.Current(form.Key) == form).Select(form => new Template(form, null)),
            .. current.SelectMany(workflow => workflow.Gates).SelectMany(gate => gate.Evidence.Select(evidence => (evidence.Form, Gate: gate.Name))).DistinctBy(one => one.Form)
                .Select(one => forms.Current(one.Form) is { } form ? new Template(form, one.Gate) : null).OfType<Template>(),
        ];
    }

    public FormDefinition? Find(string key) => All().FirstOrDefault(template => template.Form.Key == key)?.Form;
}
