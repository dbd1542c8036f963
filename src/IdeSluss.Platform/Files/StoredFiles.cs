using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Files;

/// <summary>Takes files in and finds them again. Scoped.</summary>
internal sealed class StoredFiles(
    IFileStore store,
    IncomingFolder incoming,
    VirusScan scan,
    PlatformDbContext database,
    IServiceScopeFactory scopes,
    CurrentUser user,
    TimeProvider time,
    ILogger<StoredFiles> log) : IFiles
{
    public const int MostIds = 200;

    public async Task<Outcome<StoredFile>> SaveAsync(Upload upload, FileRules rules, CancellationToken cancellationToken)
    {
        using var sent = incoming.New();
        using var picture = incoming.New();
        using var small = incoming.New();
        try
        {
            if (!await incoming.ReceiveAsync(upload.Content, sent, rules.MostBytes, cancellationToken))
                return Refuse(upload, "size", new Text("Filen är för stor. Den får vara högst {0}.", FileSize.InWords(rules.MostBytes)));
            if (sent.Length == 0) return Refuse(upload, "empty", "Filen är tom. Kontrollera att du valde rätt fil.");

            var recognised = await RecogniseAsync(sent, upload.Name, rules, cancellationToken);
            if (recognised.Refusal is { } refusal) return Refuse(upload, "content", refusal);
            if (recognised.Format is not { } format || !rules.Takes(format))
                return Refuse(upload, "format", new Text("Filen är av en sort som inte går att ta emot här. Välj {0}.", rules.FormatsInWords));
            if (await scan.FindAsync(sent, cancellationToken) is { } virus)
            {
                log.LogWarning("An upload was refused: the scanner found {Virus}", virus);
                return Refuse(upload, "virus", "Filen innehåller skadlig kod och har inte tagits emot. Välj en annan fil, och låt någon titta på datorn eller telefonen som den kom från.");
            }

            if (!format.IsPicture) return await StoreAsync(upload, format, sent, null, default, cancellationToken);
            var made = await PictureMaking.MakeAsync(sent, format, rules, picture, small, cancellationToken);
            return made.Refusal is { } why ? Refuse(upload, "picture", why) : await StoreAsync(upload, format, picture, made.Small is null ? null : small, made, cancellationToken);
        }
        catch (Exception error) when (error is FileUnavailableException or ScannerUnreachableException)
        {
            log.LogError(error, "A file could not be taken in: {Fault}", error.Message);
            FileTelemetry.Refused.Add(1, new KeyValuePair<string, object?>("reason", "unavailable"));
            return Problem.Unavailable(new FieldError(upload.Field, error switch
            {
                StoreIsFullException => "Det finns inte plats för fler filer just nu. Säg till den som sköter systemet, och försök igen senare.",
                ScannerUnreachableException => "Filen gick inte att kontrollera mot virus just nu, så den togs inte emot. Försök igen om en stund.",
                _ => "Filen gick inte att spara just nu. Försök igen om en stund.",
            }));
        }
    }

    public async Task<StoredFile?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await Kept.FirstOrDefaultAsync(row => row.Id == id, cancellationToken))?.ToFile();

    public async Task<IReadOnlyDictionary<Guid, StoredFile>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > MostIds) throw new ArgumentException($"At most {MostIds} files are found at once; page the list.", nameof(ids));
        return ids.Count == 0 ? new Dictionary<Guid, StoredFile>() : await Kept.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.ToFile(), cancellationToken);
    }

    public async Task<StoredFile?> FindUploadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (user.Id is not { } me) return null;
        var row = await database.Set<FileRow>().AsNoTracking().FirstOrDefaultAsync(file => file.Id == id && file.State == FileState.Uploaded && file.SavedBy == me, cancellationToken);
        return row?.ToFile();
    }

    public async Task<Stream> OpenAsync(StoredFile file, PictureSize size, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(FileKeys.Of(file, size), file.Content(size).Length, cancellationToken) is { } stream) return stream;
        log.LogError("File {File} is missing from the store: restore it from the backup", file.Id);
        await InOwnScopeAsync(own => own.Set<FileRow>().Where(row => row.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Damage, FileDamage.Missing), cancellationToken));
        throw new FileUnavailableException("The file is missing from the store.");
    }

    private IQueryable<FileRow> Kept => database.Set<FileRow>().AsNoTracking().Where(row => row.State == FileState.Kept);

    private static async Task<Recognised> RecogniseAsync(IncomingFile sent, string name, FileRules rules, CancellationToken cancellationToken)
    {
        await using var file = sent.Open();
        return await Recognition.OfAsync(file, name, rules, cancellationToken);
    }

    /// <summary>The row, then the bytes, then the row says that they are there: whatever happens in between, the job that removes knows what to remove.</summary>
    private async Task<StoredFile> StoreAsync(Upload upload, FileFormat format, IncomingFile file, IncomingFile? small, PictureMaking.Made? made, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = new FileRow
        {
            Id = Guid.CreateVersion7(),
            Name = FileNames.Clean(upload.Name, format),
            ContentType = format.ContentType,
            Length = file.Length,
            Hash = await file.HashAsync(cancellationToken),
            Width = made?.Picture?.Width,
            Height = made?.Picture?.Height,
            SmallWidth = made?.Small?.Width,
            SmallHeight = made?.Small?.Height,
            SmallLength = small?.Length,
            SmallHash = small is null ? null : await small.HashAsync(cancellationToken),
            SavedAt = now,
            SavedBy = user.Id,
            State = FileState.Receiving,
            StateSince = now,
        };
        await InOwnScopeAsync(own =>
        {
            own.Add(row);
            return own.SaveChangesAsync(cancellationToken);
        });
        await store.PutAsync(FileKeys.Of(row.Id), file.Path, cancellationToken);
        if (small is not null) await store.PutAsync(FileKeys.SmallOf(row.Id), small.Path, cancellationToken);
        await InOwnScopeAsync(own => own.Set<FileRow>().Where(saved => saved.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(saved => saved.State, FileState.Uploaded), cancellationToken));
        FileTelemetry.Saved.Add(1, new KeyValuePair<string, object?>("type", row.ContentType));
        FileTelemetry.SavedBytes.Add(row.Length + (row.SmallLength ?? 0));
        return row.ToFile();
    }

    /// <summary>Apart from what the request is in the middle of: a row must be there before its bytes, whether or not the rest is ever saved.</summary>
    private async Task InOwnScopeAsync(Func<PlatformDbContext, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }

    private static Problem Refuse(Upload upload, string reason, Text message)
    {
        FileTelemetry.Refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        return Problem.Invalid(new FieldError(upload.Field, message));
    }
}
