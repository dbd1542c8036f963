using System.Net.Mail;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

/// <summary>What a description must have and may hold. A field's name is that of the record, in camel case as the API has it.</summary>
internal static class TestbedRules
{
    public const int HighestReadiness = 9;

    /// <summary>The lists of codes of a record, with the kind of term each takes.</summary>
    public static IReadOnlyList<(TermKind Kind, string Field, string Label, Func<TestbedRecord, List<string>> Codes)> Lists { get; } =
    [
        (TermKind.Capability, "capabilities", "Vad man kan prova", record => record.Capabilities),
        (TermKind.TargetGroup, "targetGroups", "Målgrupper", record => record.TargetGroups),
        (TermKind.Need, "needs", "Särskilda behov", record => record.Needs),
        (TermKind.Connectivity, "connectivity", "Nät och el", record => record.Connectivity),
        (TermKind.Language, "languages", "Språk på plats", record => record.Languages),
        (TermKind.Rule, "rules", "Regler som brukar gälla", record => record.Rules),
        (TermKind.Agreement, "agreements", "Avtal som behövs", record => record.Agreements),
    ];

    public static IEnumerable<FieldError> Check(TestbedRecord record, Taxonomy taxonomy)
    {
        foreach (var error in Missing(record).Concat(TooLong(record)).Concat(Numbers(record))) yield return error;
        foreach (var (kind, field, label, codes) in Lists)
        {
            if (codes(record).FirstOrDefault(code => taxonomy.Find(kind, code) is null) is not null)
                yield return new(field, new Text("{0}: ett val finns inte i listan.", new Text(label)));
        }

        if (record.Accessibility.Keys.Any(code => taxonomy.Find(TermKind.Accessibility, code) is null)) yield return new("accessibility", "Tillgänglighet: ett val finns inte i listan.");
        if (!string.IsNullOrWhiteSpace(record.ContactEmail) && !MailAddress.TryCreate(record.ContactEmail.Trim(), out _)) yield return new("contactEmail", "E-post: adressen ser inte rätt ut. Skriv till exempel namn@kommunen.se.");
    }

    private static IEnumerable<FieldError> Missing(TestbedRecord record)
    {
        if (string.IsNullOrWhiteSpace(record.Name)) yield return new("name", "Namn: fyll i.");
        if (string.IsNullOrWhiteSpace(record.ShortDescription)) yield return new("shortDescription", "Kort beskrivning: fyll i.");
        if (record.Kind is not { } kind || !Enum.IsDefined(kind)) yield return new("kind", "Slag av miljö: välj ett alternativ.");
        if (record.Access is not { } access || !Enum.IsDefined(access)) yield return new("access", "Öppen för: välj ett alternativ.");
        if (record.Status is not { } status || !Enum.IsDefined(status)) yield return new("status", "Läge: välj ett alternativ.");
        if (record.Cost is { } cost && !Enum.IsDefined(cost)) yield return new("cost", "Kostnad: välj ett alternativ.");
        if (record.Secrecy is { } secrecy && !Enum.IsDefined(secrecy)) yield return new("secrecy", "Sekretess: välj ett alternativ.");
        if (record.Capabilities.Count == 0) yield return new("capabilities", "Vad man kan prova: välj minst ett.");
        if (record.TargetGroups.Count == 0) yield return new("targetGroups", "Målgrupper: välj minst en.");
        if (string.IsNullOrWhiteSpace(record.ContactRole)) yield return new("contactRole", "Kontakt: skriv vilken roll man vänder sig till.");
    }

    private static IEnumerable<FieldError> TooLong(TestbedRecord record)
    {
        (string Field, string Label, string? Text, int Most)[] texts =
        [
            ("name", "Namn", record.Name, TestbedRecord.LongestName), ("shortDescription", "Kort beskrivning", record.ShortDescription, TestbedRecord.LongestText),
            ("shortDescriptionEnglish", "Kort beskrivning på engelska", record.ShortDescriptionEnglish, TestbedRecord.LongestText), ("address", "Adress", record.Address, TestbedRecord.LongestLine),
            ("travelInformation", "Hitta hit", record.TravelInformation, TestbedRecord.LongestText), ("staffCompetence", "Kompetens på plats", record.StaffCompetence, TestbedRecord.LongestText),
            ("contactRole", "Kontakt", record.ContactRole, TestbedRecord.LongestLine), ("contactEmail", "E-post", record.ContactEmail, TestbedRecord.LongestLine),
            ("ethicsRole", "Etik", record.EthicsRole, TestbedRecord.LongestLine), ("dataProtectionRole", "Dataskydd", record.DataProtectionRole, TestbedRecord.LongestLine),
            ("policyNumber", "Försäkringens nummer", record.PolicyNumber, TestbedRecord.LongestLine),
        ];
        foreach (var (field, label, text, most) in texts)
            if (text?.Trim().Length > most) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), most));
        if (record.Equipment.Count > TestbedRecord.MostLines || record.Equipment.Exists(line => line.Length > TestbedRecord.LongestLine))
            yield return new("equipment", new Text("Utrustning: högst {0} rader med {1} tecken.", TestbedRecord.MostLines, TestbedRecord.LongestLine));
    }

    private static IEnumerable<FieldError> Numbers(TestbedRecord record)
    {
        (string Field, string Label, int? Number, int From, int To)[] numbers =
        [
            ("ageFrom", "Ålder från", record.AgeFrom, 0, 120), ("ageTo", "Ålder till", record.AgeTo, 0, 120), ("persons", "Antal personer", record.Persons, 0, 10_000), ("rooms", "Antal rum", record.Rooms, 0, 10_000),
            ("devices", "Antal enheter", record.Devices, 0, 10_000), ("parallelTests", "Tester samtidigt", record.ParallelTests, 1, 100), ("leadTimeDays", "Framförhållning", record.LeadTimeDays, 0, 365),
            ("maturityFrom", "Mognad från", record.MaturityFrom, 1, HighestReadiness), ("maturityTo", "Mognad till", record.MaturityTo, 1, HighestReadiness),
        ];
        foreach (var (field, label, number, from, to) in numbers)
            if (number < from || number > to) yield return new(field, new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text(label), from, to));
        if (record.AgeFrom > record.AgeTo) yield return new("ageTo", "Ålder till: den kan inte vara lägre än ålder från.");
        if (record.MaturityFrom > record.MaturityTo) yield return new("maturityTo", "Mognad till: den kan inte vara lägre än mognad från.");
        if (record.Latitude is null != record.Longitude is null) yield return new("latitude", "Läge på kartan: fyll i både latitud och longitud, eller ingen.");
        if (record.Latitude is < -90 or > 90 or double.NaN) yield return new("latitude", "Latitud: skriv ett tal mellan -90 och 90.");
        if (record.Longitude is < -180 or > 180 or double.NaN) yield return new("longitude", "Longitud: skriv ett tal mellan -180 och 180.");
    }
}
