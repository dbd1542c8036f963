using System.Globalization;
using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

/// <summary>Between the record as it is typed and the test bed as it is kept. The record has been checked.</summary>
internal static class RecordWriting
{
    public static void Write(this Testbed testbed, TestbedRecord record, Guid authority, Guid? unit, Taxonomy taxonomy)
    {
        testbed.Name = record.Name!.Trim();
        testbed.ShortDescription = record.ShortDescription!.Trim();
        testbed.ShortDescriptionEnglish = record.ShortDescriptionEnglish.OrNothing();
        testbed.AuthorityId = authority;
        testbed.UnitId = unit;
        testbed.Address = record.Address.OrNothing();
        testbed.Latitude = record.Latitude;
        testbed.Longitude = record.Longitude;
        testbed.TravelInformation = record.TravelInformation.OrNothing();
        testbed.Kind = record.Kind!.Value;
        testbed.Access = record.Access!.Value;
        testbed.Status = record.Status!.Value;
        testbed.Capabilities = Codes(TermKind.Capability, record.Capabilities);
        testbed.TargetGroups = Codes(TermKind.TargetGroup, record.TargetGroups);
        testbed.Needs = Codes(TermKind.Need, record.Needs);
        testbed.AgeFrom = record.AgeFrom;
        testbed.AgeTo = record.AgeTo;
        testbed.Persons = record.Persons;
        testbed.Rooms = record.Rooms;
        testbed.Devices = record.Devices;
        testbed.ParallelTests = record.ParallelTests;
        testbed.Equipment = [.. record.Equipment.Select(line => line.Trim()).Where(line => line.Length > 0)];
        testbed.Connectivity = Codes(TermKind.Connectivity, record.Connectivity);
        testbed.AccessibilityYes = Codes(TermKind.Accessibility, [.. record.Accessibility.Where(item => item.Value == true).Select(item => item.Key)]);
        testbed.AccessibilityNo = Codes(TermKind.Accessibility, [.. record.Accessibility.Where(item => item.Value == false).Select(item => item.Key)]);
        testbed.Languages = Codes(TermKind.Language, record.Languages);
        testbed.StaffCompetence = record.StaffCompetence.OrNothing();
        testbed.ContactRole = record.ContactRole.OrNothing();
        testbed.ContactEmail = record.ContactEmail.OrNothing();
        testbed.LeadTimeDays = record.LeadTimeDays ?? 0;
        testbed.Cost = record.Cost ?? TestbedCost.Free;
        testbed.Rules = Codes(TermKind.Rule, record.Rules);
        testbed.MaturityFrom = record.MaturityFrom;
        testbed.MaturityTo = record.MaturityTo;
        testbed.Agreements = Codes(TermKind.Agreement, record.Agreements);
        testbed.EthicsRole = record.EthicsRole.OrNothing();
        testbed.DataProtectionRole = record.DataProtectionRole.OrNothing();
        testbed.PublishOpenData = record.PublishOpenData;
        testbed.ValidUntil = record.ValidUntil;
        testbed.Secrecy = record.Secrecy;
        testbed.OwnLiability = record.OwnLiability;
        testbed.PartnerLiability = record.PartnerLiability;
        testbed.ProductLiability = record.ProductLiability;
        testbed.PolicyNumber = record.PolicyNumber.OrNothing();
        testbed.InsuredUntil = record.InsuredUntil;
        testbed.SearchText = SearchTextOf(testbed, taxonomy);

        string[] Codes(TermKind kind, List<string> codes) => [.. taxonomy.Of(kind, codes).Select(term => term.Code)];
    }

    /// <summary>Where a caller of the API sends null for a list, there is none.</summary>
    public static void FillGaps(TestbedRecord record)
    {
        record.Capabilities ??= [];
        record.TargetGroups ??= [];
        record.Needs ??= [];
        record.Equipment = [.. (record.Equipment ?? []).Select(line => line ?? "")];
        record.Connectivity ??= [];
        record.Accessibility ??= [];
        record.Languages ??= [];
        record.Rules ??= [];
        record.Agreements ??= [];
    }

    public static TestbedRecord ToRecord(this Testbed testbed, string authority, string? unit) => new()
    {
        Name = testbed.Name, ShortDescription = testbed.ShortDescription, ShortDescriptionEnglish = testbed.ShortDescriptionEnglish, Authority = authority, Unit = unit, Address = testbed.Address,
        Latitude = testbed.Latitude, Longitude = testbed.Longitude, TravelInformation = testbed.TravelInformation, Kind = testbed.Kind, Access = testbed.Access, Status = testbed.Status,
        Capabilities = [.. testbed.Capabilities], TargetGroups = [.. testbed.TargetGroups], Needs = [.. testbed.Needs], AgeFrom = testbed.AgeFrom, AgeTo = testbed.AgeTo,
        Persons = testbed.Persons, Rooms = testbed.Rooms, Devices = testbed.Devices, ParallelTests = testbed.ParallelTests, Equipment = [.. testbed.Equipment], Connectivity = [.. testbed.Connectivity],
        Accessibility = testbed.AccessibilityYes.Select(code => (code, true)).Concat(testbed.AccessibilityNo.Select(code => (code, false))).ToDictionary(item => item.code, item => (bool?)item.Item2),
        Languages = [.. testbed.Languages], StaffCompetence = testbed.StaffCompetence, ContactRole = testbed.ContactRole, ContactEmail = testbed.ContactEmail, LeadTimeDays = testbed.LeadTimeDays,
        Cost = testbed.Cost, Rules = [.. testbed.Rules], MaturityFrom = testbed.MaturityFrom, MaturityTo = testbed.MaturityTo, Agreements = [.. testbed.Agreements], EthicsRole = testbed.EthicsRole,
        DataProtectionRole = testbed.DataProtectionRole, PublishOpenData = testbed.PublishOpenData, ValidUntil = testbed.ValidUntil, Secrecy = testbed.Secrecy, OwnLiability = testbed.OwnLiability,
        PartnerLiability = testbed.PartnerLiability, ProductLiability = testbed.ProductLiability, PolicyNumber = testbed.PolicyNumber, InsuredUntil = testbed.InsuredUntil,
    };

    /// <summary>For addresses: lower-case ASCII with hyphens.</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.ToString().Trim('-');
        return text.Length switch { 0 => "testbadd", > 80 => text[..80].Trim('-'), _ => text };
    }

    /// <summary>The public words, in which a search looks for parts of words: an inventory has hundreds of rows, and Swedish compounds are found by their parts.</summary>
    private static string SearchTextOf(Testbed testbed, Taxonomy taxonomy) => string.Join('\n',
        new[] { testbed.Name, testbed.ShortDescription, testbed.ShortDescriptionEnglish, testbed.Address, testbed.StaffCompetence }
            .Concat(testbed.Equipment)
            .Concat(taxonomy.Of(TermKind.Capability, testbed.Capabilities).Concat(taxonomy.Of(TermKind.TargetGroup, testbed.TargetGroups)).Concat(taxonomy.Of(TermKind.Need, testbed.Needs)).Select(term => term.Name))
            .Where(text => !string.IsNullOrEmpty(text))).ToLowerInvariant();
}
