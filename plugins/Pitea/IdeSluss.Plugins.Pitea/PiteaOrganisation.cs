using IdeSluss.Sdk.Composition;

namespace IdeSluss.Plugins.Pitea;

/// <summary>
/// The nämnder of Piteå and a first set of units: reference data for the first start, then edited at <c>/admin/organisation</c>.
/// Units called "(exempel)" are invented so that there is something to choose; README says what is confirmed.
/// </summary>
internal static class PiteaOrganisation
{
    public const string Eldercare = "SOC-AO";

    /// <summary>Whose coaches share the ideas of the eldercare.</summary>
    public const string ProjectOffice = "KLF-PK";

    public static Municipality Municipality { get; } = new(
        Code: "2581",
        Name: "Piteå kommun",
        ShortName: "Piteå",
        OrganisationNumber: "212000-2759",
        Authorities:
        [
            new("KS", "Kommunstyrelsen",
            [
                new("KLF", "Kommunledningsförvaltningen",
                [
                    new(ProjectOffice, "Projektkontoret"),
                    new("KLF-KC", "Kontaktcenter (exempel)"),
                ]),
            ]),
            new("BUN", "Barn- och utbildningsnämnden",
            [
                new("BUF", "Barn- och utbildningsförvaltningen",
                [
                    new("BUF-FSK", "Förskola (exempel)"),
                    new("BUF-GRS", "Grundskola (exempel)"),
                ]),
            ]),
            new("FSN", "Fastighets- och servicenämnden", [new("FSF", "Fastighets- och serviceförvaltningen")]),
            new("KFN", "Kultur- och fritidsnämnden", [new("KFF", "Kultur- och fritidsförvaltningen")]),
            new("SBN", "Samhällsbyggnadsnämnden", [new("SBF", "Samhällsbyggnadsförvaltningen")]),
            new("MTN", "Miljö- och tillsynsnämnden", [new("MTF", "Miljö- och tillsynsförvaltningen")]),
            new("SN", "Socialnämnden",
            [
                new("SOC", "Socialtjänsten",
                [
                    new("SOC-SO", "Stöd och omsorg"),
                    new(Eldercare, "Äldreomsorg",
                    [
                        new("SOC-AO-SB1", "Särskilt boende Björken (exempel)"),
                        new("SOC-AO-SB2", "Särskilt boende Tallen (exempel)"),
                        new("SOC-AO-HT1", "Hemtjänst centrum (exempel)"),
                        new("SOC-AO-HT2", "Hemtjänst landsbygd (exempel)"),
                        new("SOC-AO-HSL", "Kommunal hälso- och sjukvård (exempel)"),
                    ]),
                ]),
            ]),
            new("OFN", "Överförmyndarnämnden", [new("OFE", "Överförmyndarens kansli (exempel)")]),
        ],
        ReceivingAuthority: "KS");

    /// <summary>The code and those of all units below it.</summary>
    public static IReadOnlyList<string> CodesFrom(string code) =>
        [.. Flatten(Municipality.Authorities.SelectMany(authority => authority.Units).SelectMany(Flatten).First(unit => unit.Code == code)).Select(unit => unit.Code)];

    private static IEnumerable<UnitSeed> Flatten(UnitSeed unit) => [unit, .. (unit.Children ?? []).SelectMany(Flatten)];
}
