using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

internal static class ContactRules
{
    /// <summary>How long contact data is kept after the test where the plan names no day: to tell those who took part how it went.</summary>
    public const int DaysWithoutPlan = 30;

    /// <summary>The first day that the plan names for any data, but not before the test has ended: until then one must be able to reach those who take part.</summary>
    public static DateOnly? LastDay(DateOnly? ends, IEnumerable<DateOnly?> removedBy)
    {
        var first = removedBy.Min();
        return first is null ? ends?.AddDays(DaysWithoutPlan) : first < ends ? ends : first;
    }

    /// <summary>Whose contact data is kept no longer.</summary>
    public static IQueryable<Trial> Expired(IQueryable<Trial> trials, DateOnly today) => trials.Where(trial => trial.ContactsUntil != null && trial.ContactsUntil < today);
}
