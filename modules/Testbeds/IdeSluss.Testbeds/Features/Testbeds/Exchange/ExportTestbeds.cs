using CsvHelper;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Exchange;

/// <summary>The inventory as a file: as open data for everyone, or whole for those who look after it.</summary>
internal sealed class ExportTestbeds(TestbedsDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    /// <summary>Many times what a municipality has.</summary>
    public const int Most = 5_000;

    /// <summary>Public, said to be open, and no example: nobody should build on what is invented.</summary>
    public Task<IReadOnlyList<(string Slug, TestbedRecord Record)>> OpenDataAsync(CancellationToken cancellationToken) =>
        RecordsAsync(db.Testbeds.AsNoTracking().Public(time.GetUtcNow()).Where(testbed => testbed.PublishOpenData && !testbed.IsExample), cancellationToken);

    public Task<IReadOnlyList<(string Slug, TestbedRecord Record)>> OfficeAsync(CancellationToken cancellationToken) =>
        RecordsAsync(db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Read)), cancellationToken);

    /// <summary>For people who open it in a spreadsheet, and for programs: UTF-8 with comma, a header of codes. A cell that a spreadsheet would run begins with an apostrophe, which reading takes away again.</summary>
    /// <param name="everything">Also what is not public.</param>
    public static byte[] Csv(IReadOnlyList<(string Slug, TestbedRecord Record)> records, bool everything)
    {
        var columns = RecordColumn.All.Where(column => everything || column.IsPublic).ToList();
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { Separator = ',', WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([SlugColumn, .. columns.Select(column => column.Code)]);
            foreach (var (slug, record) in records) csv.WriteRecord([slug, .. columns.Select(column => column.Write(record))]);
        }

        return bytes.ToArray();
    }

    public const string SlugColumn = "slug";

    private async Task<IReadOnlyList<(string Slug, TestbedRecord Record)>> RecordsAsync(IQueryable<Testbed> testbeds, CancellationToken cancellationToken)
    {
        var records = new List<(string, TestbedRecord)>();
        foreach (var testbed in await testbeds.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(Most).ToListAsync(cancellationToken))
        {
            var authority = (await organisation.AuthorityAsync(testbed.AuthorityId, cancellationToken))?.Code ?? "";
            records.Add((testbed.Slug, testbed.ToRecord(authority, testbed.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Code : null)));
        }

        return records;
    }
}
