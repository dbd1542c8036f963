using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.StartTest;

/// <summary>What is missing before a test can start. Pure: the facts are given. The list is the answer; there is no way around it.</summary>
internal static class StartRules
{
    /// <param name="idea">Null when the case is no longer there to be tested.</param>
    /// <param name="testbed">Where it is to be tried, when that is a test bed.</param>
    /// <param name="accepting">How many have said yes to taking part.</param>
    /// <param name="toBook">Where the test bed is booked; null where nothing can be.</param>
    public static IReadOnlyList<TestGap> Missing(Trial trial, TestCase? idea, Testbed? testbed, int accepting, DateTimeOffset now, BookedForTest booked = BookedForTest.NotNeeded, string? toBook = null)
    {
        if (idea is null) return [new("idé", "Idén: den kan inte testas längre.", null)];
        var own = $"/arbete/tester/{trial.Number}/forbered";
        var plan = idea.Plan;
        var today = now.StockholmDay();
        var missing = new List<TestGap>(idea.Missing);
        if (idea.Stage != Stages.Test) missing.Add(new("beslut", "Beslut: idén är inte längre i etappen test.", $"/arbete/{idea.CaseNumber}"));
        if (trial.ReadyFrom > now) missing.Add(new("beslut", new Text("Beslut: det kan tas tillbaka till {0}. Vänta till dess.", trial.ReadyFrom.ForPeople()), null));
        if (plan.Ends < today) missing.Add(new(FormKeys.TestPlan, "Testplan: testets sista dag har passerat. Ändra den.", PlanOf(idea)));
        if (plan.ApprovedUntil < today) missing.Add(new(FormKeys.Screening, "Screening: etikgodkännandet gäller inte längre. Förläng det och skriv in den nya dagen.", $"/arbete/{idea.CaseNumber}/underlag/{FormKeys.Screening}"));
        // Whoever starts a small one leads it.
        if (idea.Track == Tracks.Small) return missing;

        if (trial.LeadId is null) missing.Add(new("testledare", "Testledare: välj vem som leder testet.", own));
        if (trial.TestbedId is null && trial.OwnPlace is null) missing.Add(new("plats", "Plats: välj en testbädd, eller skriv var ni provar.", own));
        if (testbed is not null) missing.AddRange(MissingAt(testbed, plan.Ends, own));
        if (booked == BookedForTest.Missing) missing.Add(new("bokning", "Bokning: boka testbädden för testets dagar.", toBook));
        if (booked == BookedForTest.Waiting) missing.Add(new("bokning", "Bokning: testbädden är inte bekräftad än. Vänta på svar.", null));
        if (plan.InvolvesPeople && string.IsNullOrWhiteSpace(trial.Recruitment)) missing.Add(new("rekrytering", "Deltagare: skriv hur ni har frågat, så att det är lätt att säga nej.", own));
        if (plan.InvolvesPeople && accepting == 0) missing.Add(new("deltagare", "Deltagare: ingen har sagt ja än.", $"/arbete/tester/{trial.Number}/deltagare"));
        return missing;
    }

    private static IEnumerable<TestGap> MissingAt(Testbed testbed, DateOnly? ends, string own)
    {
        if (testbed.Status != TestbedStatus.Active) yield return new("plats", "Testbädden: den är inte redo för test. Välj en annan.", own);
        if (!testbed.OwnLiability || testbed.InsuredUntil < ends) yield return new("forsakring", "Testbädden: kommunens ansvarsförsäkring måste gälla hela testet.", $"/arbete/testbaddar/{testbed.Slug}");
    }

    private static string PlanOf(TestCase idea) => $"/arbete/{idea.CaseNumber}/underlag/{(idea.Track == Tracks.Small ? FormKeys.SmallIdea : FormKeys.TestPlan)}";
}
