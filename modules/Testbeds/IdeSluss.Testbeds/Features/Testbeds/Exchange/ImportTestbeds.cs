using CsvHelper;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Exchange;

/// <param name="Slug">Of the test bed to change; null for a new one.</param>
internal sealed record ImportedTestbed(string? Slug, TestbedRecord? Record);

internal sealed record ImportedInventory(int Added, int Changed);

/// <summary>
/// Reads in an inventory: all of it or nothing, so that a file can be corrected and read again. A row with the address of a test bed within one's scope changes that
/// one; a row without is a new one, seen by the office alone until it is published.
/// </summary>
internal sealed class ImportTestbeds(TestbedsDbContext db, SaveTestbed save, ComingBookings coming, KeptTaxonomy kept, CurrentUser me, TimeProvider time)
{
    public const int MostBytes = 2 * 1024 * 1024;
    private const int MostRows = 500;
    private const int MostErrors = 50;

    public async Task<Outcome<ImportedInventory>> CsvAsync(Stream? file, CancellationToken cancellationToken)
    {
        if (file is null) return Wrong("Fil: välj en fil.");
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return Wrong(new Text("Fil: den är för stor. Högst {0} MB går att läsa in.", MostBytes / 1024 / 1024));
            bytes.Write(block, 0, read);
        }

        var errors = new List<FieldError>();
        if (Rows(bytes, errors) is not { } rows) return Wrong("Fil: den går inte att läsa. Spara den som CSV UTF-8 med rubrikerna från mallen.");
        return errors.Count > 0 ? Told(errors) : await SaveAsync(rows, firstLine: 2, cancellationToken);
    }

    /// <param name="firstLine">What the first row is called in what is said about it.</param>
    public async Task<Outcome<ImportedInventory>> SaveAsync(IReadOnlyList<ImportedTestbed> rows, int firstLine, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return Wrong("Fil: den har inga rader.");
        if (rows.Count > MostRows) return Wrong(new Text("Fil: högst {0} rader går att läsa in på en gång.", MostRows));
        var (scope, taxonomy, errors, added, changed) = (me.Scope(TestbedsPermissions.Manage), await kept.GetAsync(cancellationToken), new List<FieldError>(), 0, 0);
        var slugs = rows.Select(row => row.Slug).Where(slug => !string.IsNullOrWhiteSpace(slug)).ToList();
        var known = await db.Testbeds.Within(scope).Where(one => slugs.Contains(one.Slug)).ToDictionaryAsync(one => one.Slug, cancellationToken);
        var met = new HashSet<string>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        for (var at = 0; at < rows.Count && errors.Count < MostErrors; at++)
        {
            var (slug, record) = (string.IsNullOrWhiteSpace(rows[at].Slug) ? null : rows[at].Slug, rows[at].Record ?? new TestbedRecord());
            if ((await save.CheckAsync(record, scope, cancellationToken)).Failed(out var problem, out var place))
            {
                errors.AddRange(problem.Errors.Select(error => Line(firstLine + at, error.Message)));
                continue;
            }

            if (slug is null)
            {
                await save.AddAsync(record, place, cancellationToken);
                added++;
            }
            else if (known.GetValueOrDefault(slug) is { } testbed && met.Add(slug))
            {
                // To close it is to archive it.
                if (record.Status == TestbedStatus.Closed && await coming.RefusalInAsync(slug, cancellationToken) is { } booked) errors.Add(Line(firstLine + at, booked.Message));
                // The file need not say whom to ask: exports do not.
                record.ContactEmail ??= testbed.ContactEmail;
                testbed.Write(record, place.Authority, place.Unit, taxonomy);
                testbed.ChangedAt = time.GetUtcNow();
                changed++;
            }
            else
            {
                errors.Add(Line(firstLine + at, met.Contains(slug) ? "adressen (slug) står på en tidigare rad." : "ingen testbädd som du får ändra har adressen (slug). Lämna den tom för en ny."));
            }
        }

        if (errors.Count > 0) return Told(errors);
        db.Audit(new("testbeds.inventory-imported", "inventory", Guid.CreateVersion7(), me.RequiredId, Facts: new Dictionary<string, string> { ["added"] = $"{added}", ["changed"] = $"{changed}" }));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new ImportedInventory(added, changed);
    }

    /// <returns>Null when it is no such file at all.</returns>
    private static List<ImportedTestbed>? Rows(MemoryStream bytes, List<FieldError> errors)
    {
        try
        {
            bytes.Position = 0;
            using var text = new StreamReader(bytes, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            var content = text.ReadToEnd();
            var header = content.Split('\n', 2)[0];
            using var csv = CsvReader.Create(new StringReader(content), new() { Separator = header.Count(letter => letter == ';') > header.Count(letter => letter == ',') ? ';' : ',', SkipEmptyLines = true, TrackLineNumbers = true, HasHeader = true, IncludeValuesInExceptions = false });
            csv.ReadHeader();
            var columns = csv.Headers.Select(name => RecordColumn.All.FirstOrDefault(column => column.Code.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))).ToList();
            var slugAt = csv.Headers.ToList().FindIndex(name => name.Trim().Equals(ExportTestbeds.SlugColumn, StringComparison.OrdinalIgnoreCase));
            if (columns.All(column => column is null)) return null;
            var rows = new List<ImportedTestbed>();
            for (var line = 2; csv.Read() && rows.Count <= MostRows; line++)
            {
                var record = new TestbedRecord();
                for (var at = 0; at < Math.Min(columns.Count, csv.FieldCount); at++)
                    if (columns[at] is { } column && !column.Read(record, Cell(csv, at))) errors.Add(Line(line, new Text("{0}: värdet går inte att läsa.", column.Code)));
                rows.Add(new(slugAt >= 0 && slugAt < csv.FieldCount ? csv.GetString(slugAt).Trim() : null, record));
            }

            return rows;
        }
        catch (Exception unreadable) when (unreadable is CsvFormatException or System.Text.DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Cell(CsvReader csv, int at) => csv.GetString(at).Trim() is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : csv.GetString(at).Trim();

    private static FieldError Line(int line, Text message) => new("file", new Text("Rad {0}: {1}", line, message));

    private static Problem Told(List<FieldError> errors) => Problem.Invalid([.. errors.Take(MostErrors)]);

    private static Problem Wrong(Text message) => Problem.Invalid(new FieldError("file", message));
}
