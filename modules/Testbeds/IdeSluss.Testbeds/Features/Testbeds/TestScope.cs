using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Which tests someone may see, as part of the query.</summary>
internal static class TestScope
{
    /// <summary>The same for what never was and for what is outside one's scope.</summary>
    public static readonly Problem NoSuchTest = Problem.NotFound("Testet finns inte, eller så hör det till en enhet som du inte arbetar med.");

    /// <summary>Tests of the authorities and units that the permission covers, those that a unit receives the result of included.</summary>
    public static IQueryable<Trial> Within(this IQueryable<Trial> trials, PermissionScope scope)
    {
        if (scope.Everything) return trials;
        var authorities = scope.Authorities;
        var units = scope.Units;
        return trials.Where(trial => authorities.Contains(trial.AuthorityId) || (trial.UnitId != null && units.Contains(trial.UnitId.Value)) || (trial.ReceivingUnitId != null && units.Contains(trial.ReceivingUnitId.Value)));
    }

    /// <summary>What partners ask of the test beds that the permission covers.</summary>
    public static IQueryable<TestRequest> Within(this IQueryable<TestRequest> requests, PermissionScope scope)
    {
        if (scope.Everything) return requests;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return requests.Where(one => authorities.Contains(one.AuthorityId) || (one.UnitId != null && units.Contains(one.UnitId.Value)));
    }

    /// <summary>The tests that <paramref name="person"/> leads: what only the lead of that very test may see and do.</summary>
    public static IQueryable<Trial> LedBy(this IQueryable<Trial> trials, Guid person) => trials.Where(trial => trial.LeadId == person);
}
