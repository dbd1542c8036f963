using System.Globalization;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Testbeds.Features.Testbeds.Exchange;

/// <summary>One column of the inventory as a file. Codes in English as open data has them; several values in one cell stand between vertical bars.</summary>
/// <param name="Read">False when the text is no value for the column.</param>
/// <param name="IsPublic">May be in open data.</param>
internal sealed record RecordColumn(string Code, Func<TestbedRecord, string> Write, Func<TestbedRecord, string, bool> Read, bool IsPublic = true)
{
    public const char Between = '|';

    public static IReadOnlyList<RecordColumn> All { get; } =
    [
        Words("name", record => record.Name, (record, text) => record.Name = text),
        Words("shortDescription", record => record.ShortDescription, (record, text) => record.ShortDescription = text),
        Words("shortDescriptionEnglish", record => record.ShortDescriptionEnglish, (record, text) => record.ShortDescriptionEnglish = text),
        Words("authority", record => record.Authority, (record, text) => record.Authority = text),
        Words("unit", record => record.Unit, (record, text) => record.Unit = text),
        Words("address", record => record.Address, (record, text) => record.Address = text),
        Degrees("latitude", record => record.Latitude, (record, number) => record.Latitude = number),
        Degrees("longitude", record => record.Longitude, (record, number) => record.Longitude = number),
        Words("travelInformation", record => record.TravelInformation, (record, text) => record.TravelInformation = text),
        Choice<TestbedKind>("kind", record => record.Kind, (record, value) => record.Kind = value),
        Choice<TestbedAccess>("access", record => record.Access, (record, value) => record.Access = value),
        Choice<TestbedStatus>("status", record => record.Status, (record, value) => record.Status = value),
        Many("capabilities", record => record.Capabilities, (record, values) => record.Capabilities = values),
        Many("targetGroups", record => record.TargetGroups, (record, values) => record.TargetGroups = values),
        Many("needs", record => record.Needs, (record, values) => record.Needs = values),
        Number("ageFrom", record => record.AgeFrom, (record, number) => record.AgeFrom = number),
        Number("ageTo", record => record.AgeTo, (record, number) => record.AgeTo = number),
        Number("persons", record => record.Persons, (record, number) => record.Persons = number),
        Number("rooms", record => record.Rooms, (record, number) => record.Rooms = number),
        Number("devices", record => record.Devices, (record, number) => record.Devices = number),
        Number("parallelTests", record => record.ParallelTests, (record, number) => record.ParallelTests = number),
        Many("equipment", record => record.Equipment, (record, values) => record.Equipment = values),
        Many("connectivity", record => record.Connectivity, (record, values) => record.Connectivity = values),
        Accessibility("accessibilityYes", there: true),
        Accessibility("accessibilityNo", there: false),
        Many("languages", record => record.Languages, (record, values) => record.Languages = values),
        Words("staffCompetence", record => record.StaffCompetence, (record, text) => record.StaffCompetence = text),
        Words("contactRole", record => record.ContactRole, (record, text) => record.ContactRole = text),
        Number("leadTimeDays", record => record.LeadTimeDays, (record, number) => record.LeadTimeDays = number),
        Choice<TestbedCost>("cost", record => record.Cost, (record, value) => record.Cost = value),
        Many("rules", record => record.Rules, (record, values) => record.Rules = values),
        Number("maturityFrom", record => record.MaturityFrom, (record, number) => record.MaturityFrom = number),
        Number("maturityTo", record => record.MaturityTo, (record, number) => record.MaturityTo = number),
        Many("agreements", record => record.Agreements, (record, values) => record.Agreements = values),
        Words("ethicsRole", record => record.EthicsRole, (record, text) => record.EthicsRole = text),
        Words("dataProtectionRole", record => record.DataProtectionRole, (record, text) => record.DataProtectionRole = text),
        Yes("publishOpenData", record => record.PublishOpenData, (record, yes) => record.PublishOpenData = yes, isPublic: false),
        Day("validUntil", record => record.ValidUntil, (record, day) => record.ValidUntil = day),
        Choice<SecrecyContext>("secrecy", record => record.Secrecy, (record, value) => record.Secrecy = value, isPublic: false),
        Yes("ownLiability", record => record.OwnLiability, (record, yes) => record.OwnLiability = yes, isPublic: false),
        Yes("partnerLiability", record => record.PartnerLiability, (record, yes) => record.PartnerLiability = yes, isPublic: false),
        Yes("productLiability", record => record.ProductLiability, (record, yes) => record.ProductLiability = yes, isPublic: false),
        Words("policyNumber", record => record.PolicyNumber, (record, text) => record.PolicyNumber = text, isPublic: false),
        Day("insuredUntil", record => record.InsuredUntil, (record, day) => record.InsuredUntil = day, isPublic: false),
    ];

    private static RecordColumn Words(string code, Func<TestbedRecord, string?> get, Action<TestbedRecord, string?> set, bool isPublic = true) =>
        new(code, record => get(record) ?? "", (record, text) => { set(record, text.Length == 0 ? null : text); return true; }, isPublic);

    private static RecordColumn Number(string code, Func<TestbedRecord, int?> get, Action<TestbedRecord, int?> set) => new(code, record => get(record)?.ToString(CultureInfo.InvariantCulture) ?? "", (record, text) =>
    {
        var known = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        set(record, known ? number : null);
        return known || text.Length == 0;
    });

    private static RecordColumn Degrees(string code, Func<TestbedRecord, double?> get, Action<TestbedRecord, double?> set) => new(code, record => get(record)?.ToString("R", CultureInfo.InvariantCulture) ?? "", (record, text) =>
    {
        // Spreadsheets in Swedish write a comma.
        var known = double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        set(record, known ? number : null);
        return known || text.Length == 0;
    });

    private static RecordColumn Choice<T>(string code, Func<TestbedRecord, T?> get, Action<TestbedRecord, T?> set, bool isPublic = true) where T : struct, Enum => new(code, record => get(record)?.ToString() ?? "", (record, text) =>
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]);
        set(record, known ? value : null);
        return known || text.Length == 0;
    }, isPublic);

    private static RecordColumn Day(string code, Func<TestbedRecord, DateOnly?> get, Action<TestbedRecord, DateOnly?> set, bool isPublic = true) => new(code, record => get(record)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", (record, text) =>
    {
        var known = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        set(record, known ? day : null);
        return known || text.Length == 0;
    }, isPublic);

    private static RecordColumn Yes(string code, Func<TestbedRecord, bool> get, Action<TestbedRecord, bool> set, bool isPublic) => new(code, record => get(record) ? "true" : "false", (record, text) =>
    {
        var yes = text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("ja", StringComparison.OrdinalIgnoreCase);
        set(record, yes);
        return yes || text.Length == 0 || text.Equals("false", StringComparison.OrdinalIgnoreCase) || text.Equals("nej", StringComparison.OrdinalIgnoreCase);
    }, isPublic);

    private static RecordColumn Many(string code, Func<TestbedRecord, List<string>> get, Action<TestbedRecord, List<string>> set) =>
        new(code, record => string.Join(Between, get(record)), (record, text) => { set(record, Split(text)); return true; });

    private static RecordColumn Accessibility(string code, bool there) =>
        new(code, record => string.Join(Between, record.Accessibility.Where(item => item.Value == there).Select(item => item.Key)), (record, text) => { foreach (var item in Split(text)) record.Accessibility[item] = there; return true; });

    private static List<string> Split(string text) => [.. text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
