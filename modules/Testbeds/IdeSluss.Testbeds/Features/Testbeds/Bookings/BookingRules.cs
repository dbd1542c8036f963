using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>A thing with everything that decides when it can be booked.</summary>
/// <param name="Testbed">Null for what belongs to no test bed.</param>
/// <param name="Hours">Its own opening hours, or its test bed's.</param>
/// <param name="Blackouts">Those of it and of its test bed that are not over.</param>
internal sealed record Bookable(BookableResource Resource, Testbed? Testbed, IReadOnlyList<OpeningHours> Hours, IReadOnlyList<Blackout> Blackouts);

/// <summary>When a thing can be booked, whoever asks. The search (<c>FindFree</c>) has the same rules as a query; a test holds them together.</summary>
internal static class BookingRules
{
    /// <param name="askedOn">From when the lead time counts: the day of the request, also for one that has waited since.</param>
    /// <returns>Why not; null when it can be.</returns>
    public static Text? Refusal(Bookable thing, BookingPeriod period, DateTimeOffset now, DateOnly askedOn)
    {
        var (resource, testbed) = (thing.Resource, thing.Testbed);
        if (!resource.Active || testbed is not null && (testbed.Status != TestbedStatus.Active || !testbed.IsPublic(now))) return new("{0} går inte att boka just nu.", resource.Name);
        if (HasBegun(period, now)) return "Tiden har redan varit. Välj en senare tid.";
        if (WorkingDays.Between(askedOn, period.FirstDay) < resource.LeadTimeDays)
            return new("{0} måste bokas minst {1} vardagar i förväg. Första dagen som går är {2}.", resource.Name, resource.LeadTimeDays, WorkingDays.Add(askedOn, resource.LeadTimeDays).ForPeople(askedOn));
        if (!Opening.Covers(thing.Hours, period))
            return testbed is null ? new("{0} är stängt den tiden. Öppettiderna står på sidan Utrustning att låna.", resource.Name) : new("{0} är stängt den tiden. Öppettiderna står i kalendern.", resource.Name);
        if (thing.Blackouts.FirstOrDefault(blackout => blackout.Meets(period)) is { } blackout) return new("{0} går inte att boka den tiden: {1}", resource.Name, blackout.Reason);
        return null;
    }

    /// <summary>Whole days can be booked until the first of them is over, hours until they begin.</summary>
    public static bool HasBegun(BookingPeriod period, DateTimeOffset now) => period.WholeDays ? period.FirstDay < now.StockholmDay() : period.From <= now;

    public static bool NeedsApproval(BookableResource resource, IReadOnlyCollection<string> roles) => NeedsApproval(resource.Approval, resource.ExemptRoles, roles);

    /// <param name="roles">Of the one who asks; everyone is an idea submitter.</param>
    public static bool NeedsApproval(ApprovalPolicy policy, IReadOnlyCollection<string> exempt, IReadOnlyCollection<string> roles) => policy switch
    {
        ApprovalPolicy.Never => false,
        ApprovalPolicy.WithoutRole => roles.All(role => role == Roles.IdeaSubmitter),
        _ => !exempt.Any(roles.Contains),
    };

    /// <summary>What is only together with something else needs something else of the same place.</summary>
    public static Text? AddOnAlone(IReadOnlyCollection<BookableResource> resources) =>
        resources.FirstOrDefault(one => one.Kind == ResourceKind.AddOn && !resources.Any(other => other.Kind != ResourceKind.AddOn && other.TestbedId == one.TestbedId && other.AuthorityId == one.AuthorityId)) is { } alone
            ? new("{0} är ett tillval. Välj också något annat på samma plats.", alone.Name)
            : null;
}
