using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Sdk.Files;

/// <summary>
/// Files that people hand in. A module saves an upload, and keeps it with <see cref="Data.ModuleDbContext.KeepFileAsync"/> in the same save as what the file belongs to; what nobody has kept
/// within a day is removed. Permission is the module's: whoever has an id may read the file through this.
/// </summary>
/// <example><code>
/// var saved = await files.SaveAsync(Upload.From(request.Picture, "picture"), FileRules.Pictures, ct);
/// if (saved.Failed(out var problem, out var file)) return problem;
/// bed.Picture = new(file.Id, request.AltText);
/// if (!await database.KeepFileAsync(file.Id, "testbeds.picture", now, ct)) return Problem.Conflict("…");
/// await database.SaveChangesAsync(ct);
/// </code></example>
public interface IFiles
{
    /// <summary>
    /// Checks what is inside, scans it where a scanner is configured, makes pictures anew and stores the bytes. Problems are at the upload's field, in words for the one who sent it;
    /// <see cref="ProblemKind.Unavailable"/> when store or scanner cannot be reached.
    /// </summary>
    Task<Outcome<StoredFile>> SaveAsync(Upload upload, FileRules rules, CancellationToken cancellationToken);

    /// <summary>A kept file; null when there is none, also when it is released.</summary>
    Task<StoredFile?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The kept files among these, for a page of a list: at most 200 ids.</summary>
    Task<IReadOnlyDictionary<Guid, StoredFile>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// What the one who asks has just uploaded and nobody has kept yet: for a form that comes back with errors, so that the file need not be chosen again. Someone else's upload is null.
    /// </summary>
    Task<StoredFile?> FindUploadAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The bytes; seekable. Dispose the stream.</summary>
    /// <exception cref="FileUnavailableException">The store cannot be reached, or the bytes are missing from it.</exception>
    Task<Stream> OpenAsync(StoredFile file, PictureSize size, CancellationToken cancellationToken);
}

/// <summary>A file on its way in.</summary>
/// <param name="Field">Name of the input, for errors.</param>
/// <param name="Name">As the sender calls it; it is cleaned.</param>
/// <param name="Content">Read once from where it stands; not disposed.</param>
public sealed record Upload(string Field, string Name, Stream Content)
{
    /// <summary>The file of a form. What is larger than 64 kB already lies on disk and not in memory.</summary>
    public static Upload From(IFormFile file, string field) => new(field, file.FileName, file.OpenReadStream());
}

/// <summary>The store cannot be reached, is full, or lacks the bytes: a fault for administrators, already logged where it was found.</summary>
public class FileUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
