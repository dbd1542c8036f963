using IdeSluss.Sdk.Composition;

namespace IdeSluss.Plugins.Skelleftea;

/// <summary>
/// The nämnder of Skellefteå and its six förvaltningar: reference data for the first start, then edited at <c>/admin/organisation</c>.
/// Units called "(exempel)" are invented so that there is something to choose; README says what is confirmed.
/// </summary>
internal static class SkellefteaOrganisation
{
    public const string SupportAndService = "SK-SOS";

    public static Municipality Municipality { get; } = new(
        Code: "2482",
        Name: "Skellefteå kommun",
        ShortName: "Skellefteå",
        OrganisationNumber: "212000-2643",
        Authorities:
        [
            new("KS", "Kommunstyrelsen",
            [
                new("KLK", "Kommunledningskontoret",
                [
                    new("KLK-KF", "Kvalitet och förnyelse"),
                    new("KLK-KT", "Kundtjänst (exempel)"),
                ]),
                new("SHB", "Samhällsbyggnad"),
                new("KFK", "Kultur- och fritidskontoret"),
            ]),
            new("FGN", "För- och grundskolenämnden",
            [
                new("UA", "Utbildning och arbetsmarknad",
                [
                    new("UA-FSK", "Förskola (exempel)"),
                    new("UA-GRS", "Grundskola (exempel)"),
                ]),
            ]),
            new("NSL", "Nämnden för support och lokaler", [new("SL", "Support och lokaler")]),
            new("SN", "Socialnämnden",
            [
                new("SK", "Socialkontoret",
                [
                    new(SupportAndService, "Stöd och service",
                    [
                        new("SK-SOS-GB1", "Gruppbostad Älvkanten (exempel)"),
                        new("SK-SOS-GB2", "Gruppbostad Backen (exempel)"),
                        new("SK-SOS-DV1", "Daglig verksamhet Verkstan (exempel)"),
                        new("SK-SOS-PA", "Personlig assistans (exempel)"),
                    ]),
                    new("SK-AO", "Äldreomsorg",
                    [
                        new("SK-AO-SB1", "Särskilt boende Lunden (exempel)"),
                        new("SK-AO-HT1", "Hemtjänst centrum (exempel)"),
                    ]),
                    new("SK-IFO", "Individ- och familjeomsorg"),
                ]),
            ]),
        ],
        ReceivingAuthority: "KS");

    /// <summary>The code and those of all units below it.</summary>
    public static IReadOnlyList<string> CodesFrom(string code) =>
        [.. Flatten(Municipality.Authorities.SelectMany(authority => authority.Units).SelectMany(Flatten).First(unit => unit.Code == code)).Select(unit => unit.Code)];

    private static IEnumerable<UnitSeed> Flatten(UnitSeed unit) => [unit, .. (unit.Children ?? []).SelectMany(Flatten)];
}
