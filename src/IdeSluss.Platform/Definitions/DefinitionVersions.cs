using IdeSluss.Platform.Data;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Definitions;

/// <summary>
/// Stored answers and running cases name a form's or workflow's key and version. The content behind that name must therefore never change:
/// the first start that sees a version keeps its hash, and every later start with other content is refused.
/// </summary>
internal static class DefinitionVersions
{
    /// <exception cref="DefinitionChangedException">A known version has other content.</exception>
    public static async Task CheckAsync(PlatformDbContext context, IEnumerable<FormDefinition> forms, IEnumerable<WorkflowDefinition> workflows, CancellationToken cancellationToken)
    {
        var declared = forms.Select(form => new DefinitionHash { Kind = "form", Key = form.Key, Version = form.Version, Hash = form.ContentHash() })
            .Concat(workflows.Select(workflow => new DefinitionHash { Kind = "workflow", Key = workflow.Key, Version = workflow.Version, Hash = workflow.ContentHash() }))
            .ToList();
        var known = await context.Set<DefinitionHash>().AsNoTracking().ToDictionaryAsync(row => (row.Kind, row.Key, row.Version), row => row.Hash, cancellationToken);

        var changed = declared.Where(row => known.TryGetValue((row.Kind, row.Key, row.Version), out var hash) && hash != row.Hash).ToList();
        if (changed.Count > 0) throw new DefinitionChangedException(changed);

        context.AddRange(declared.Where(row => !known.ContainsKey((row.Kind, row.Key, row.Version))));
        await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A form or workflow was changed without a new version.</summary>
internal sealed class DefinitionChangedException(IReadOnlyList<DefinitionHash> changed) : StartUpException(
    "These definitions differ from what this database has seen under the same version:" + Environment.NewLine
    + string.Join(Environment.NewLine, changed.Select(row => $"- {row.Kind} {row.Key} v{row.Version}: raise it to version {row.Version + 1} and keep version {row.Version} declared beside it while answers or cases use it."))
    + Environment.NewLine + "In an instance whose data may be thrown away, the data folder can be removed instead.");
