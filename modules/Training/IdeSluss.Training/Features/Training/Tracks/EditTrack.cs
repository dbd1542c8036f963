using System.Security.Cryptography;
using System.Text;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Tracks;

/// <param name="Necessity">Null when the course is not in the track.</param>
/// <param name="Place">Lowest first.</param>
internal sealed record TrackLine(string Code, string Title, string? EnglishTitle, Necessity? Necessity, int Place);

internal sealed class TrackLineInput
{
    public string? Code { get; set; }
    public Necessity? Necessity { get; set; }
    public int? Place { get; set; }
}

/// <summary>Decides which courses a role requires or recommends, and in which order. The whole track is written at once.</summary>
internal sealed class EditTrack(TrainingDbContext db, CurrentUser me)
{
    public const int HighestPlace = 9_999;
    private const int MostCourses = 200;

    /// <summary>Every published course, those of the track first and in its order.</summary>
    public async Task<IReadOnlyList<TrackLine>> ReadAsync(RoleTrack track, CancellationToken cancellationToken)
    {
        var rows = await db.Courses.AsNoTracking().Where(course => course.State == CourseState.Published)
            .Select(course => new { course.Code, course.Title, course.EnglishTitle, Step = db.Steps.FirstOrDefault(step => step.CourseId == course.Id && step.Track == track) }).Take(MostCourses).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Step?.Place ?? int.MaxValue).ThenBy(row => row.Code, StringComparer.Ordinal).Select(row => new TrackLine(row.Code, row.Title, row.EnglishTitle, row.Step?.Necessity, row.Step?.Place ?? 0))];
    }

    /// <summary>What the reader has seen of a track, for the question whether somebody changed it in between.</summary>
    public static string TagOf(IEnumerable<TrackLine> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', lines.Where(line => line.Necessity is not null).Select(line => $"{line.Code},{line.Necessity},{line.Place}")))))[..16];

    /// <param name="seen"><see cref="TagOf"/> what was read; null does not ask.</param>
    public async Task<Outcome<string>> WriteAsync(RoleTrack track, IReadOnlyList<TrackLineInput> lines, string? seen, CancellationToken cancellationToken)
    {
        if (lines.Count > MostCourses) return Problem.Invalid(new FieldError("lines", new Text("Högst {0} kurser kan ingå.", MostCourses)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync("track", (int)track, cancellationToken);
        if (seen is not null && seen != TagOf(await ReadAsync(track, cancellationToken))) return Problem.Stale();
        var chosen = lines.Where(line => line.Necessity is not null).ToList();
        var codes = chosen.Select(line => line.Code ?? "").ToList();
        var courses = await db.Courses.AsNoTracking().Where(course => codes.Contains(course.Code)).ToDictionaryAsync(course => course.Code, course => course.Id, cancellationToken);
        if (Check(lines, chosen, courses).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        await db.Steps.Where(step => step.Track == track).ExecuteDeleteAsync(cancellationToken);
        db.Steps.AddRange(chosen.Select(line => new TrackStep { Track = track, CourseId = courses[line.Code!], Necessity = line.Necessity!.Value, Place = line.Place ?? 0 }));
        db.Audit(new("training.track-changed", "track", Guid.CreateVersion7(), me.RequiredId, Facts: new Dictionary<string, string>
        {
            ["track"] = track.ToString(), ["required"] = string.Join(' ', chosen.Where(line => line.Necessity == Necessity.Required).Select(line => line.Code)), ["recommended"] = string.Join(' ', chosen.Where(line => line.Necessity == Necessity.Recommended).Select(line => line.Code)),
        }));
        await db.SaveChangesAsync(cancellationToken);
        var tag = TagOf(await ReadAsync(track, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return tag;
    }

    private static IEnumerable<FieldError> Check(IReadOnlyList<TrackLineInput> lines, List<TrackLineInput> chosen, Dictionary<string, Guid> courses)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Necessity is null) continue;
            if (!Enum.IsDefined(line.Necessity.Value)) yield return new($"lines[{at}].necessity", "Välj ett alternativ.");
            if (!courses.ContainsKey(line.Code ?? "")) yield return new($"lines[{at}].code", new Text("Ingen kurs har koden {0}.", line.Code ?? ""));
            if (line.Place is < 0 or > HighestPlace) yield return new($"lines[{at}].place", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Plats"), 0, HighestPlace));
        }

        if (chosen.GroupBy(line => line.Code).FirstOrDefault(group => group.Count() > 1) is { } twice) yield return new("lines", new Text("Kursen {0} står två gånger.", twice.Key ?? ""));
    }
}
