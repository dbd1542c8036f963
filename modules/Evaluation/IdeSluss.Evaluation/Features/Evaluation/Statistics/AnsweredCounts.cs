using IdeSluss.Evaluation.Features.Evaluation.Profiles;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Ideas by sex and age of whoever sent them. Those who have not answered are all the others, so that the parts add up to what came in and was decided.</summary>
internal sealed class AnsweredCounts(QuarterCounts counts)
{
    private static readonly IReadOnlyList<string> Groups = [.. from sex in QuarterTables.Sexes.Append(Dimensions.Unsaid) from age in QuarterTables.Ages select CountProfiles.GroupOf(sex, age)];
    private static readonly string Nothing = CountProfiles.GroupOf(null, null);

    /// <param name="sex">Null for all.</param>
    /// <param name="age">Null for all.</param>
    public int HandedIn(string? sex, string? age) => Sum(sex, age, group => counts.Answered.Where(one => one.Group == group && one.Gate is null).Sum(one => one.Count), counts.HandedIn.Sum(one => one.Count));

    public int Decided(string gate, string sex, bool advanced) => Sum(
        sex, null, group => counts.Answered.Where(one => one.Group == group && one.Gate == gate && one.Advanced == advanced).Sum(one => one.Count), counts.Decided.Where(one => one.Gate == gate && one.Advanced == advanced).Sum(one => one.Count));

    private static int Sum(string? sex, string? age, Func<string, int> said, int all) =>
        Groups.Where(group => (sex is null || group.StartsWith(sex + '|', StringComparison.Ordinal)) && (age is null || group.EndsWith('|' + age, StringComparison.Ordinal))).Sum(group => group == Nothing ? all - Groups.Where(one => one != Nothing).Sum(said) : said(group));
}
