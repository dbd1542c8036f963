using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Which test beds someone may see, as part of the query: what is not theirs does not exist for them.</summary>
internal static class TestbedScope
{
    /// <summary>What the catalogue shows everyone now. The same as <see cref="Testbed.IsPublic"/>.</summary>
    public static IQueryable<Testbed> Public(this IQueryable<Testbed> testbeds, DateTimeOffset now) =>
        testbeds.Where(testbed => testbed.PublishedAt != null && testbed.PublishedAt <= now && testbed.Status != TestbedStatus.Closed);

    /// <summary>Those of the authorities and units that the permission covers.</summary>
    public static IQueryable<Testbed> Within(this IQueryable<Testbed> testbeds, PermissionScope scope)
    {
        if (scope.Everything) return testbeds;
        var authorities = scope.Authorities;
        var units = scope.Units;
        return testbeds.Where(testbed => authorities.Contains(testbed.AuthorityId) || (testbed.UnitId != null && units.Contains(testbed.UnitId.Value)));
    }
}
