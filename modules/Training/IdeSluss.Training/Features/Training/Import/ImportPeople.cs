using System.Net.Mail;
using CsvHelper;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Import;

/// <param name="WithoutAccount">Of those in the file: they can be enrolled by a manager, but not log in.</param>
/// <param name="Gone">Were in the list before and are not now. Their enrolments and certificates stay.</param>
internal sealed record ImportedPeople(int Added, int Changed, int WithoutAccount, int Gone);

/// <summary>
/// Reads in elected members and staff from the municipality's own lists (<c>domain.md</c> 4.1): all of the file or nothing, with every wrong line named. Someone nobody knows is a new learner without an
/// account; the e-mail address ties the two together when there is one.
/// </summary>
internal sealed class ImportPeople(TrainingDbContext db, IPeopleDirectory people, IOrganisation organisation, CurrentUser me)
{
    public const int MostBytes = 2 * 1024 * 1024;
    private const int MostRows = 5_000;
    private const int MostErrors = 50;

    /// <summary>Swedish heading, and the English one beside it.</summary>
    private static readonly (string Swedish, string English)[] Columns = [("epost", "email"), ("namn", "name"), ("enhet", "unit"), ("roll", "track")];

    /// <param name="complete">The file holds everyone: those who are not in it are no longer in the list.</param>
    public async Task<Outcome<ImportedPeople>> HandleAsync(Stream? file, bool complete, CancellationToken cancellationToken)
    {
        if (file is null) return Wrong("Fil: välj en fil.");
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return Wrong(new Text("Fil: den är för stor. Högst {0} MB går att läsa in.", MostBytes / 1024 / 1024));
            bytes.Write(block, 0, read);
        }

        if (Rows(bytes) is not { } rows) return Wrong("Fil: den går inte att läsa. Spara den som CSV UTF-8 med rubrikerna epost, namn, enhet och roll.");
        if (rows.Count == 0) return Wrong("Fil: den har inga rader.");
        if (rows.Count > MostRows) return Wrong(new Text("Fil: högst {0} rader går att läsa in på en gång.", MostRows));
        var errors = new List<FieldError>();
        var found = new List<(string Email, string Name, Place Place, RoleTrack Track)>();
        for (var at = 0; at < rows.Count && errors.Count < MostErrors; at++)
        {
            if (await ReadAsync(rows[at], error => errors.Add(new("file", new Text("Rad {0}: {1}", at + 2, error))), cancellationToken) is { } row) found.Add(row);
        }

        foreach (var twice in found.GroupBy(row => row.Email).Where(group => group.Select(row => row.Name).Distinct().Count() > 1).Take(MostErrors - errors.Count)) errors.Add(new("file", new Text("Adressen {0} står med olika namn.", twice.Key)));
        return errors.Count > 0 ? Problem.Invalid([.. errors]) : await WriteAsync(found, complete, cancellationToken);
    }

    private async Task<ImportedPeople> WriteAsync(List<(string Email, string Name, Place Place, RoleTrack Track)> rows, bool complete, CancellationToken cancellationToken)
    {
        var byEmail = rows.GroupBy(row => row.Email).ToList();
        var emails = byEmail.Select(group => group.Key).ToList();
        var known = await db.Learners.Where(learner => emails.Contains(learner.Email)).ToDictionaryAsync(learner => learner.Email, cancellationToken);
        var (added, changed, without) = (0, 0, 0);
        foreach (var group in byEmail)
        {
            var row = group.First();
            var tracks = group.Select(one => one.Track).Distinct().Order().ToArray();
            if (known.GetValueOrDefault(row.Email) is not { } learner)
            {
                learner = new() { Id = Guid.CreateVersion7(), Email = row.Email, Name = row.Name };
                db.Learners.Add(learner);
                added++;
            }
            else if (learner.Name != row.Name || learner.AuthorityId != row.Place.Authority || learner.UnitId != row.Place.Unit || !learner.Tracks.SequenceEqual(tracks))
            {
                changed++;
            }

            (learner.Name, learner.AuthorityId, learner.UnitId, learner.Tracks, learner.Listed) = (row.Name, row.Place.Authority, row.Place.Unit, tracks, true);
            if (learner.PersonId is null && await people.FindByEmailAsync(row.Email, cancellationToken) is { IsActive: true } person) learner.PersonId = person.Id;
            if (learner.PersonId is null) without++;
        }

        var gone = !complete ? [] : await db.Learners.Where(learner => learner.Listed && !emails.Contains(learner.Email)).ToListAsync(cancellationToken);
        foreach (var learner in gone) (learner.Listed, learner.Tracks) = (false, []);
        db.Audit(new("training.people-imported", "people", Guid.CreateVersion7(), me.RequiredId, Facts: new Dictionary<string, string> { ["added"] = $"{added}", ["changed"] = $"{changed}", ["gone"] = $"{gone.Count}" }));
        await db.SaveChangesAsync(cancellationToken);
        return new(added, changed, without, gone.Count);
    }

    private async Task<(string Email, string Name, Place Place, RoleTrack Track)?> ReadAsync(string[] row, Action<Text> wrong, CancellationToken cancellationToken)
    {
        var (email, name, unit, role) = (Learners.Normal(row[0]), row[1], row[2], row[3]);
        var place = await organisation.PlaceAsync(unit, cancellationToken);
        var track = Enum.GetValues<RoleTrack>().Where(one => role.Equals(one.ToString(), StringComparison.OrdinalIgnoreCase) || role.Equals(TrainingWords.Of(one), StringComparison.OrdinalIgnoreCase) || role.Equals(TrainingWords.AddressOf(one), StringComparison.OrdinalIgnoreCase)).Select(one => (RoleTrack?)one).FirstOrDefault();
        var before = true;
        void Say(Text text)
        {
            wrong(text);
            before = false;
        }

        if (email.Length > Learner.LongestEmail || !MailAddress.TryCreate(email, out _)) Say("adressen ser inte rätt ut.");
        if (name.Length is 0 or > Learner.LongestName) Say("namnet saknas eller är för långt.");
        if (place is null) Say(new Text("ingen enhet eller nämnd har koden {0}.", unit));
        if (track is null) Say(new Text("rollen {0} finns inte. Skriv till exempel Förtroendevald, Chef eller Medarbetare.", role));
        return before ? (email, name, place!, track!.Value) : null;
    }

    /// <returns>Null when it is no such file at all.</returns>
    private static List<string[]>? Rows(MemoryStream bytes)
    {
        try
        {
            bytes.Position = 0;
            using var text = new StreamReader(bytes, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            var content = text.ReadToEnd();
            var header = content.Split('\n', 2)[0];
            using var csv = CsvReader.Create(new StringReader(content), new() { Separator = header.Count(letter => letter == ';') > header.Count(letter => letter == ',') ? ';' : ',', SkipEmptyLines = true, TrackLineNumbers = true, HasHeader = true, IncludeValuesInExceptions = false });
            csv.ReadHeader();
            var headers = csv.Headers.Select(name => name.Trim().ToLowerInvariant()).ToList();
            var places = Columns.Select(column => headers.FindIndex(name => name == column.Swedish || name == column.English)).ToArray();
            if (places.Contains(-1)) return null;
            var rows = new List<string[]>();
            while (csv.Read() && rows.Count <= MostRows) rows.Add([.. places.Select(at => at < csv.FieldCount ? Cell(csv.GetString(at).Trim()) : "")]);
            return rows;
        }
        catch (Exception unreadable) when (unreadable is CsvFormatException or System.Text.DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Without the apostrophe that guards it from a spreadsheet.</summary>
    private static string Cell(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : text;

    private static Problem Wrong(Text message) => Problem.Invalid(new FieldError("file", message));
}
