using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds;
using IdeSluss.Testbeds.Features.Testbeds.Match;

namespace IdeSluss.Testbeds.Tests.Match;

public class MatchingTests
{
    private static readonly Taxonomy Taxonomy = new(OwnTerms.All.Select((term, place) => new TaxonomyTerm { Id = Guid.CreateVersion7(), Kind = term.Kind, Code = term.Code, Name = term.Name, Order = place }));

    [Fact]
    public void Each_suggestion_says_what_fits_and_what_does_not()
    {
        var need = Need(["MEALS", "CULTURE"], ["OLDER"]) with { Accessibility = ["LIFT", "QUIET_ROOM", "PARKING"], Readiness = 8, Persons = 5 };

        var suggestion = Assert.Single(Matching.Suggest([Bed("a", ["MEALS"], ["OLDER"])], need, Taxonomy, 20));

        Assert.Equal(["Går att prova: Måltider", "Målgrupp: Äldre", "Finns på platsen: Hiss"], Said(suggestion.Fits));
        Assert.Equal(["Går inte att prova: Kultur", "Ingen vet om det finns: Parkering nära ingången", "Finns inte på platsen: Tyst rum", "Tar emot mognad 2–6, inte 8", "Inget sagt om hur många som får plats"], Said(suggestion.Lacks));
    }

    [Fact]
    public void What_can_be_tried_decides_before_everything_else_and_the_internal_is_not_offered_to_others()
    {
        var beds = new[] { Bed("fel", ["ENERGY"], ["OLDER"]), Bed("ratt", ["MEALS"], ["STAFF"]), Bed("stangd", ["MEALS"], ["OLDER"], TestbedAccess.Internal) };

        Assert.Equal(["stangd", "ratt"], Matching.Suggest(beds, Need(["MEALS"], ["OLDER"]), Taxonomy, 20).Select(one => one.Testbed.Slug));
        Assert.Equal(["ratt"], Matching.Suggest(beds, Need(["MEALS"], ["OLDER"]) with { FromOutside = true }, Taxonomy, 20).Select(one => one.Testbed.Slug));
    }

    /// <summary>Whatever order the database gives, and however many are equal, one need gives one order.</summary>
    [Fact]
    public void The_order_depends_on_need_and_test_beds_alone()
    {
        string[] capabilities = ["MEALS", "ENERGY", "CULTURE"], groups = ["OLDER", "STAFF"];
        var bed = from number in Gen.Choose(0, 400) from able in Gen.SubListOf(capabilities) from whom in Gen.SubListOf(groups) select (number, able: able.ToArray(), whom: whom.ToArray());
        var property = Prop.ForAll(Gen.ListOf(bed).ToArbitrary(), Gen.Choose(1, 10_000).ToArbitrary(), (made, seed) =>
        {
            var beds = made.DistinctBy(one => one.number).Select(one => Bed($"b{one.number}", one.able, one.whom)).ToList();
            var shuffled = beds.OrderBy(one => (uint)HashCode.Combine(one.Slug, seed)).ToList();
            var need = Need(["MEALS", "CULTURE"], ["OLDER"]);
            return Slugs(beds, need).SequenceEqual(Slugs(shuffled, need));
        });
        property.QuickCheckThrowOnFailure();

        static IEnumerable<string> Slugs(IReadOnlyList<Testbed> beds, NeedProfile need) => Matching.Suggest(beds, need, Taxonomy, 10).Select(one => one.Testbed.Slug);
    }

    private static NeedProfile Need(string[] capabilities, string[] groups) => new(capabilities, groups, [], []);

    private static Testbed Bed(string slug, string[] capabilities, string[] groups, TestbedAccess access = TestbedAccess.Open) => new()
    {
        Id = Guid.CreateVersion7(), Slug = slug, Name = "Testbädden", ShortDescription = "Prov", AuthorityId = Guid.Empty, Access = access, Status = TestbedStatus.Active, Capabilities = capabilities, TargetGroups = groups,
        AccessibilityYes = ["LIFT"], AccessibilityNo = ["QUIET_ROOM"], MaturityFrom = 2, MaturityTo = 6,
    };

    private static IEnumerable<string> Said(IEnumerable<Sdk.Results.Text> texts) => texts.Select(text => string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Key, [.. text.Args.Select(argument => argument is Sdk.Results.Text inner ? inner.Key : argument)]));
}
