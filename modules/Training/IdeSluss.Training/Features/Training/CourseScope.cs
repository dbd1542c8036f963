using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training;

/// <summary>Which courses someone may see or change, as part of the query: what is not theirs does not exist for them.</summary>
internal static class CourseScope
{
    /// <summary>The same for what never was and for what is outside one's scope.</summary>
    public static readonly Problem NoSuchCourse = Problem.NotFound("Kursen finns inte.");

    /// <summary>What everyone may read: also those no longer given, since certificates point to them.</summary>
    public static IQueryable<Course> Readable(this IQueryable<Course> courses) => courses.Where(course => course.State != CourseState.Draft);

    public static IQueryable<Course> Within(this IQueryable<Course> courses, PermissionScope scope)
    {
        if (scope.Everything) return courses;
        var authorities = scope.Authorities;
        return courses.Where(course => authorities.Contains(course.AuthorityId));
    }
}
