using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.EditMaterial;

internal class MaterialInput
{
    public string? Name { get; set; }
    public string? Language { get; set; }
    public Licence? Licence { get; set; }
    public string? Author { get; set; }

    /// <summary>https; for a link.</summary>
    public string? Address { get; set; }

    /// <summary>Somebody has checked that this file or page can be read with aids.</summary>
    public bool AccessibilityChecked { get; set; }

    /// <summary>It is no longer handed out.</summary>
    public bool Withdrawn { get; set; }
}

/// <summary>A material as it is edited.</summary>
internal sealed record EditedMaterial(Guid Id, string Name, string Language, Licence Licence, string? Author, bool Active, IReadOnlyList<MaterialEdition> Editions, int Version);

/// <summary>Adds and replaces what belongs to a course beside its lessons. What was handed out stays as an older edition: nobody can say later that it was never said.</summary>
internal sealed class SaveMaterial(TrainingDbContext db, IFiles files, CurrentUser me, TimeProvider time)
{
    public const string KeptFor = "training.material";

    public static FileRules Rules { get; } = FileRules.Attachments;

    private static readonly Problem NoSuchMaterial = Problem.NotFound("Materialet finns inte.");

    public async Task<Outcome<EditedMaterial>> FindAsync(string code, Guid id, CancellationToken cancellationToken) =>
        await CourseAsync(code, cancellationToken) is { } course && await db.Materials.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.CourseId == course.Id, cancellationToken) is { } material
            ? new EditedMaterial(material.Id, material.Name, material.Language, material.Licence, material.Author, material.Active, await EditionsAsync(id, cancellationToken), material.Version)
            : NoSuchMaterial;

    /// <summary>The file of one edition, also of an older one.</summary>
    public async Task<Outcome<StoredFile>> FileAsync(string code, Guid id, int number, CancellationToken cancellationToken)
    {
        if ((await FindAsync(code, id, cancellationToken)).Failed(out var problem, out var material)) return problem;
        return material.Editions.FirstOrDefault(edition => edition.Number == number)?.FileId is { } file && await files.FindAsync(file, cancellationToken) is { } stored ? stored : NoSuchMaterial;
    }

    /// <param name="upload">Null for a link, and where the file stays.</param>
    public async Task<Outcome<Guid>> AddAsync(string code, MaterialInput input, Upload? upload, CancellationToken cancellationToken)
    {
        if (await CourseAsync(code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        var errors = Check(input).ToList();
        if (upload is null && string.IsNullOrWhiteSpace(input.Address)) errors.Add(new("address", "Länk: skriv en adress, eller välj en fil."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (await db.Materials.CountAsync(one => one.CourseId == course.Id, cancellationToken) >= Material.MostPerCourse) return Problem.Conflict(new Text("En kurs kan ha högst {0} material.", Material.MostPerCourse));
        var material = new Material { Id = Guid.CreateVersion7(), CourseId = course.Id, Name = "", Licence = Licence.Attribution };
        Write(material, input);
        db.Materials.Add(material);
        if (await AddEditionAsync(material, 1, input, upload, cancellationToken) is { } problem) return problem;
        db.Audit(Fact("training.material-added", course, material));
        await db.SaveChangesAsync(cancellationToken);
        return material.Id;
    }

    /// <summary>A new file or address is a new edition; so is a check, since it is of what is there now.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(string code, Guid id, MaterialInput input, Upload? upload, int? version, CancellationToken cancellationToken)
    {
        if (await CourseAsync(code, cancellationToken) is not { } course || await db.Materials.FirstOrDefaultAsync(one => one.Id == id && one.CourseId == course.Id, cancellationToken) is not { } material) return NoSuchMaterial;
        if (version is { } seen && seen != material.Version) return Problem.Stale();
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        Write(material, input);
        // Raised also when the edition alone is new, so that of two who replace it at once one is told.
        db.Entry(material).Property(one => one.Name).IsModified = true;
        var current = (await EditionsAsync(id, cancellationToken))[0];
        var address = string.IsNullOrWhiteSpace(input.Address) ? null : input.Address.Trim();
        if (upload is not null || (address is not null && address != current.Address) || input.AccessibilityChecked != current.AccessibilityCheckedOn is not null)
        {
            input.Address = address;
            if (await AddEditionAsync(material, current.Number + 1, input, upload, cancellationToken, current) is { } problem) return problem;
        }

        db.Audit(Fact("training.material-changed", course, material));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : material.Id;
    }

    private async Task<Problem?> AddEditionAsync(Material material, int number, MaterialInput input, Upload? upload, CancellationToken cancellationToken, MaterialEdition? before = null)
    {
        Guid? file = null;
        if (upload is not null)
        {
            if ((await files.SaveAsync(upload, Rules, cancellationToken)).Failed(out var problem, out var stored)) return problem;
            if (!await db.KeepFileAsync(stored.Id, KeptFor, time.GetUtcNow(), cancellationToken)) return Problem.Conflict("Filen gick inte att spara. Välj den igen.");
            file = stored.Id;
        }

        var address = file is null && !string.IsNullOrWhiteSpace(input.Address) ? input.Address.Trim() : null;
        db.MaterialEditions.Add(new()
        {
            Id = Guid.CreateVersion7(), MaterialId = material.Id, Number = number, FileId = file ?? (address is null ? before?.FileId : null), Address = address,
            AccessibilityCheckedOn = input.AccessibilityChecked ? time.StockholmToday() : null, AddedAt = time.GetUtcNow(), AddedById = me.RequiredId,
        });
        return null;
    }

    private async Task<IReadOnlyList<MaterialEdition>> EditionsAsync(Guid material, CancellationToken cancellationToken) =>
        await db.MaterialEditions.AsNoTracking().Where(one => one.MaterialId == material).OrderByDescending(one => one.Number).Take(50).ToListAsync(cancellationToken);

    private Task<Course?> CourseAsync(string code, CancellationToken cancellationToken) => db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Code == code, cancellationToken);

    private static void Write(Material material, MaterialInput input) =>
        (material.Name, material.Language, material.Licence, material.Author, material.Active) =
        (input.Name!.Trim(), string.IsNullOrEmpty(input.Language) ? "sv" : input.Language, input.Licence!.Value, string.IsNullOrWhiteSpace(input.Author) ? null : input.Author.Trim(), !input.Withdrawn);

    private static IEnumerable<FieldError> Check(MaterialInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Name)) yield return new("name", "Namn: fyll i.");
        else if (input.Name.Trim().Length > Material.LongestName) yield return new("name", new Text("{0}: högst {1} tecken.", new Text("Namn"), Material.LongestName));
        if (input.Author?.Trim().Length > Course.LongestLine) yield return new("author", new Text("{0}: högst {1} tecken.", new Text("Upphov"), Course.LongestLine));
        if (input.Licence is not { } licence || !Enum.IsDefined(licence)) yield return new("licence", "Licens: välj ett alternativ.");
        if (input.Language is { Length: > 0 } language && !CourseRules.Languages.Contains(language)) yield return new("language", "Språk: välj ett alternativ.");
        if (!string.IsNullOrWhiteSpace(input.Address) && (input.Address.Trim().Length > 1_000 || !Uri.TryCreate(input.Address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)) yield return new("address", "Länk: adressen måste börja med https://.");
    }

    private AuditFact Fact(string action, Course course, Material material) => new(action, "material", material.Id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code });
}
