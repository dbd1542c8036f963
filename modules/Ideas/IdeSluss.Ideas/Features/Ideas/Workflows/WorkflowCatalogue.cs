using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <param name="Declared">False when whoever declared it is gone: its cases can be read and not changed until they are moved.</param>
/// <param name="Newest">A newer version of the same workflow exists when this is false.</param>
internal sealed record WorkflowRow(string Key, int Version, string Name, bool Declared, bool Newest, int OpenCases, int ClosedCases, int Notes);

/// <param name="Errors">What makes it impossible to run, in English, for whoever writes it.</param>
/// <param name="Notes">What is worth a second look.</param>
internal sealed record WorkflowFindings(IReadOnlyList<string> Errors, IReadOnlyList<Text> Notes);

/// <summary>The workflows that are declared and those that cases still run on, and what is to be said of each.</summary>
internal sealed class WorkflowCatalogue(IdeasDbContext db, IWorkflowRegistry workflows, IFormRegistry forms, IPeopleDirectory people)
{
    public async Task<IReadOnlyList<WorkflowRow>> ListAsync(CancellationToken cancellationToken)
    {
        // Sums only: an administrator of the system sees how many cases there are, never which.
        var cases = await db.Ideas.GroupBy(idea => new { idea.WorkflowKey, idea.WorkflowVersion })
            .Select(group => new { group.Key.WorkflowKey, group.Key.WorkflowVersion, All = group.Count(), Closed = group.Count(idea => idea.Status == IdeaStatus.Closed) })
            .ToDictionaryAsync(group => (group.WorkflowKey, group.WorkflowVersion), cancellationToken);
        var holders = await people.HoldersByRoleAsync(cancellationToken);
        var keys = workflows.All.Select(workflow => (workflow.Key, workflow.Version)).Union(cases.Keys);
        return
        [
            .. keys.OrderBy(key => key.Item1, StringComparer.Ordinal).ThenByDescending(key => key.Item2).Select(key =>
            {
                var workflow = workflows.Find(key.Item1, key.Item2);
                var count = cases.GetValueOrDefault(key);
                return new WorkflowRow(
                    key.Item1, key.Item2, workflow?.Name ?? key.Item1, workflow is not null, workflow is not null && workflows.Current(key.Item1)?.Version == key.Item2,
                    (count?.All ?? 0) - (count?.Closed ?? 0), count?.Closed ?? 0, workflow is null ? 0 : WorkflowNotes.Of(workflow, role => holders.GetValueOrDefault(role)).Count);
            }),
        ];
    }

    public async Task<WorkflowFindings> FindingsAsync(WorkflowDefinition workflow, CancellationToken cancellationToken)
    {
        var errors = WorkflowChecks.Check(workflow, form => forms.Current(form) is not null, code => workflows.Requirements.FirstOrDefault(requirement => requirement.Code == code));
        if (errors.Count > 0) return new(errors, []);
        var holders = await people.HoldersByRoleAsync(cancellationToken);
        return new(errors, WorkflowNotes.Of(workflow, role => holders.GetValueOrDefault(role)));
    }
}
