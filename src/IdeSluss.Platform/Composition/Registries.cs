using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Slots;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Platform.Composition;

internal sealed class FormRegistry(Contributions contributions) : IFormRegistry
{
    private readonly Dictionary<(string, int), FormDefinition> byVersion = contributions.Forms.ToDictionary(form => (form.Key, form.Version));
    private readonly Dictionary<string, FormDefinition> current = contributions.Forms
        .GroupBy(form => form.Key)
        .ToDictionary(versions => versions.Key, versions => versions.MaxBy(form => form.Version)!);

    public IReadOnlyList<FormDefinition> All { get; } = [.. contributions.Forms];

    public FormDefinition? Current(string key) => current.GetValueOrDefault(key);

    public FormDefinition? Find(string key, int version) => byVersion.GetValueOrDefault((key, version));
}

internal sealed class WorkflowRegistry : IWorkflowRegistry
{
    private readonly Dictionary<(string, int), WorkflowDefinition> byVersion;
    private readonly Dictionary<string, WorkflowDefinition> current;

    public WorkflowRegistry(Contributions contributions)
    {
        All = [.. contributions.Workflows, .. contributions.Variants.Select(variant => variant.ApplyTo(BaseOf(variant, contributions.Workflows)!))];
        Requirements = [.. contributions.Requirements];
        byVersion = All.ToDictionary(workflow => (workflow.Key, workflow.Version));
        current = All.GroupBy(workflow => workflow.Key).ToDictionary(versions => versions.Key, versions => versions.MaxBy(workflow => workflow.Version)!);
    }

    public IReadOnlyList<WorkflowDefinition> All { get; }

    public IReadOnlyList<RequirementDefinition> Requirements { get; }

    public WorkflowDefinition? Current(string key) => current.GetValueOrDefault(key);

    public WorkflowDefinition? Find(string key, int version) => byVersion.GetValueOrDefault((key, version));

    /// <summary>A variant builds on the newest version of its base; null when nobody declares the base.</summary>
    public static WorkflowDefinition? BaseOf(WorkflowVariant variant, IEnumerable<WorkflowDefinition> workflows) =>
        workflows.Where(workflow => workflow.Key == variant.BasedOn).MaxBy(workflow => workflow.Version);
}

internal sealed class PermissionCatalogue(Contributions contributions) : IPermissionCatalogue
{
    public IReadOnlyList<PermissionDefinition> All { get; } = [.. contributions.Permissions.OrderBy(permission => permission.Code, StringComparer.Ordinal)];
}

internal sealed class SlotFills(Contributions contributions) : ISlotFills
{
    private readonly ILookup<string, SlotFill> bySlot = contributions.SlotFills.OrderBy(fill => fill.Order).ToLookup(fill => fill.SlotName);

    public IReadOnlyList<SlotFill> For(string slotName) => [.. bySlot[slotName]];
}
