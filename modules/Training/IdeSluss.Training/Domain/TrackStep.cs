using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

internal enum Necessity
{
    /// <summary>Whoever has the role should have it.</summary>
    Required,
    Recommended,
}

/// <summary>A course in a role's track. The steps in order are the way to learn.</summary>
internal sealed class TrackStep
{
    public required RoleTrack Track { get; init; }
    public required Guid CourseId { get; init; }
    public required Necessity Necessity { get; set; }

    /// <summary>Lowest first.</summary>
    public required int Place { get; set; }
}
