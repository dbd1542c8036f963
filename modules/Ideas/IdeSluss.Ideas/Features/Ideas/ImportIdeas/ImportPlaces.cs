using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>What a row's codes and names stand for, as the instance is now. Read once for a whole file.</summary>
internal sealed record ImportPlaces(
    AuthorityInfo Receiving, IReadOnlyList<AuthorityInfo> Authorities, IReadOnlyList<UnitInfo> Units, IReadOnlyList<IntakeChannel> Channels, IReadOnlyList<CloseReason> CloseReasons, PermissionScope Scope, DateTimeOffset Now)
{
    /// <summary>What a historic idea can have ended as: what names another case or another receiver has no such case here.</summary>
    public static IReadOnlyList<string> PossibleReasons { get; } =
    [
        Contracts.CloseReasons.Implemented, Contracts.CloseReasons.DeclinedOutOfScope, Contracts.CloseReasons.DeclinedAlreadyExists, Contracts.CloseReasons.DeclinedNotLegal,
        Contracts.CloseReasons.DeclinedCostBenefit, Contracts.CloseReasons.StoppedAfterTest, Contracts.CloseReasons.Withdrawn, Contracts.CloseReasons.Expired,
    ];

    public AuthorityInfo? Authority(string text) => Authorities.FirstOrDefault(one => Is(text, one.Code, one.Name));

    public UnitInfo? Unit(string text) => Units.FirstOrDefault(one => Is(text, one.Code, one.Name));

    public string? Channel(string text) => Channels.FirstOrDefault(one => Is(text, one.Code, one.Name))?.Code;

    public static string? Area(string text) => IdeaAreas.All.FirstOrDefault(one => Is(text, one.Code, one.Name))?.Code;

    public string? CloseReason(string text) => CloseReasons.FirstOrDefault(one => Is(text, one.Code, one.Name))?.Code;

    private static bool Is(string text, string code, string name) =>
        string.Equals(text.Trim(), code, StringComparison.OrdinalIgnoreCase) || string.Equals(text.Trim(), name, StringComparison.OrdinalIgnoreCase);
}

internal sealed class FindImportPlaces(IOrganisation organisation, IEnumerable<IntakeChannel> channels, IWorkflowRegistry workflows, TimeProvider time)
{
    /// <param name="scope">Where the one who reads the file in may do it.</param>
    public async Task<ImportPlaces> FindAsync(PermissionScope scope, CancellationToken cancellationToken) => new(
        await organisation.ReceivingAuthorityAsync(cancellationToken), await organisation.AuthoritiesAsync(cancellationToken), await organisation.UnitsAsync(cancellationToken),
        [.. channels], IdeaIntake.Workflow(workflows).CloseReasons, scope, time.GetUtcNow());
}
