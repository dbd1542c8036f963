using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <summary>What codes and ids are called. Read once for a whole file.</summary>
internal sealed class ExportNames(IReadOnlyList<AuthorityInfo> authorities, IReadOnlyList<UnitInfo> units, IReadOnlyList<IntakeChannel> channels, IReadOnlyList<CloseReason> closeReasons, WorkflowNames workflows)
{
    private readonly Dictionary<Guid, ExportValue> places = authorities.Select(one => (one.Id, one.Code, one.Name)).Concat(units.Select(one => (one.Id, one.Code, one.Name)))
        .GroupBy(one => one.Name)
        // Two units may have one name; then only the code says which.
        .SelectMany(same => same.Select(one => (one.Id, Value: new ExportValue(one.Code, same.Count() == 1 ? one.Name : null))))
        .ToDictionary(one => one.Id, one => one.Value);

    /// <summary>That of its unit: a case whose first decision is still held is on its way there.</summary>
    public ExportValue Authority(ExportRow row) => places.GetValueOrDefault(units.FirstOrDefault(unit => unit.Id == row.UnitId)?.AuthorityId ?? row.AuthorityId);

    public ExportValue Unit(Guid? id) => id is { } unit ? places.GetValueOrDefault(unit) : default;

    public string? Channel(string code) => channels.FirstOrDefault(one => one.Code == code)?.Name;

    public string? CloseReason(string? code) => closeReasons.FirstOrDefault(one => one.Code == code)?.Name;

    public string Stage(ExportRow row) => workflows.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage);

    public string? Track(ExportRow row) => workflows.Track(row.WorkflowKey, row.WorkflowVersion, row.Track);
}

internal sealed class FindExportNames(IOrganisation organisation, IEnumerable<IntakeChannel> channels, IWorkflowRegistry workflows, WorkflowNames names)
{
    public async Task<ExportNames> FindAsync(CancellationToken cancellationToken) =>
        new(await organisation.AuthoritiesAsync(cancellationToken), await organisation.UnitsAsync(cancellationToken), [.. channels], IdeaIntake.Workflow(workflows).CloseReasons, names);
}
