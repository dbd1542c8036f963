using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>Nothing has been measured tomorrow, before the idea went live, or before the value that it is compared with. Pure.</summary>
internal static class MeasuredDay
{
    private const string Field = "datum";

    /// <param name="day">Null where nothing is measured on a day.</param>
    public static IEnumerable<FieldError> Wrong(BenefitPlan plan, FormFacts promised, DateOnly? day, DateOnly today)
    {
        if (day is not { } measured) yield break;
        var baseline = BenefitContent.Of(promised).Benefits.Select(one => one.BaselineDay).Max();
        if (measured > today) yield return new(Field, "Mätt den: dagen har inte varit än. Skriv den dag ni mätte.");
        else if (measured < plan.WentLiveOn) yield return new(Field, new Text("Mätt den: idén började användas {0}. Skriv en dag efter det.", plan.WentLiveOn.ForPeople(today)));
        else if (measured <= baseline) yield return new(Field, new Text("Mätt den: värdet före mättes {0}. Skriv en dag efter det.", baseline.Value.ForPeople(today)));
    }
}
