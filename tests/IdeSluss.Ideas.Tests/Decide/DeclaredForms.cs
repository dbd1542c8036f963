using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Tests.Decide;

/// <summary>The forms of the module, without a host.</summary>
internal sealed class DeclaredForms : IFormRegistry
{
    public IReadOnlyList<FormDefinition> All => GateForms.All;

    public FormDefinition? Current(string key) => All.Where(form => form.Key == key).MaxBy(form => form.Version);

    public FormDefinition? Find(string key, int version) => All.FirstOrDefault(form => form.Key == key && form.Version == version);
}
