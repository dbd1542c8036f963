using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>The equality guides answered for an invented activity.</summary>
internal static class GuideExamples
{
    public const string Story = "Öppet hus för den som vill bygga saker";

    /// <returns>Null for what is no guide.</returns>
    public static Answers? Of(string form) => form switch
    {
        FormKeys.EqualityMapping => new(new JsonObject
        {
            ["verksamheter"] = "Öppet hus, kurser och utlåning av verktyg.", ["undersok"] = "Flest pojkar kommer till öppet hus. Flest kvinnor går kurserna.", ["valj"] = "Öppet hus, för där är skillnaden störst.",
            ["malgrupp"] = "Alla från tio år, också den som aldrig har hållit i ett verktyg.", ["anvander"] = "Förra hösten: 62 pojkar och 11 flickor.", ["far"] = "Lika mycket tid, men pojkarna får fler förklaringar.",
            ["konsekvenser"] = "Flickor slutar efter två gånger.", ["onskad"] = "Lika många flickor som pojkar som stannar hela terminen.", ["andringar"] = "Börja med ett gemensamt bygge, och låt flickor leda.",
            ["atgarder"] = Actions("Lika många stannar kvar", "Två ledare, en kvinna och en man"),
        }),
        FormKeys.EqualityAnalysis => new(new JsonObject
        {
            ["malgrupper"] = "Flickor och pojkar mellan tio och sexton år.", ["monster"] = "Flickor kommer lika ofta första gången, men slutar tidigare.", ["observation"] = "Fler pojkar än flickor stannar hela terminen.",
            ["orsaker"] = new JsonArray(
                new JsonObject { ["orsak"] = "Kompisarna slutar", ["konsekvens"] = "Ingen vill vara ensam", ["provad"] = "bekraftad", ["belagg"] = "Nio av elva sa det när vi frågade." },
                new JsonObject { ["orsak"] = "Tiden är fel", ["konsekvens"] = "Krockar med träning", ["provad"] = "oppen" }),
            ["analys"] = "Det som avgör är om man har någon att bygga med.", ["aktorer"] = "Ledarna, skolan och föräldrarna.", ["atgarder"] = Actions("Ingen är ensam", "Bygg i lag om fyra"), ["slutsatser"] = "Vi börjar med lagen och mäter igen i vår.",
        }),
        FormKeys.InclusiveInvitation => new(new JsonObject
        {
            ["bilder"] = "nej", ["bilder-gor"] = "Vi byter till bilder på flickor och äldre som bygger.", ["ord"] = "ja", ["tid"] = "ja", ["plats"] = "ja", ["sprak"] = "nej", ["sprak-gor"] = "Vi översätter till finska och engelska.", ["lattlast"] = "ja",
            ["barnpassning"] = "inte-relevant", ["barnpassning-skal"] = "Barnen är med själva och bygger.", ["vem-fragar"] = "ja",
        }),
        _ => null,
    };

    private static JsonArray Actions(string goal, string action) => new(new JsonObject { ["mal"] = goal, ["atgard"] = action, ["ansvarig"] = "Verksamhetsledaren", ["foljs-upp"] = "2027-03-01" });
}
