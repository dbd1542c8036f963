using System.Globalization;
using System.Text.Json.Serialization;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Export;

// The names are those of the specification (xAPI 1.0.3).
internal sealed record StatementResult(IReadOnlyList<Statement> Statements, string More);

internal sealed record Statement(Guid Id, Agent Actor, Verb Verb, Activity Object, StatementOutcome Result, StatementContext Context, string Timestamp, string Version = "1.0.3");

internal sealed record Agent(Account Account, string ObjectType = "Agent");

/// <param name="HomePage">Ours.</param>
/// <param name="Name">The learner's id: whose it is we know, and whoever gets the statements need not.</param>
internal sealed record Account(string HomePage, string Name);

internal sealed record Verb(string Id, IReadOnlyDictionary<string, string> Display);

internal sealed record Activity(string Id, ActivityDefinition Definition, string ObjectType = "Activity");

internal sealed record ActivityDefinition(string Type, IReadOnlyDictionary<string, string> Name);

internal sealed record StatementOutcome(bool Completion, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Duration);

internal sealed record StatementContext(string Language, string Platform, ContextActivities ContextActivities);

internal sealed record ContextActivities([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Activity>? Grouping);

/// <summary>
/// Completions as xAPI statements, for the municipality's learning record store: that the learner attended a session, and that they completed the course, at most one of each for a session. They say
/// what the learner did, and not what somebody ticked. Without names and addresses. Pages by <see cref="StatementResult.More"/> as the specification has it.
/// </summary>
internal sealed class ExportStatements(TrainingDbContext db, InstanceInfo instance, CurrentUser me)
{
    public const int PageSize = 200;

    private static readonly Verb Attended = new("http://adlnet.gov/expapi/verbs/attended", new Dictionary<string, string> { ["sv-SE"] = "deltog i", ["en-GB"] = "attended" });

    private static readonly Verb Completed = new("http://adlnet.gov/expapi/verbs/completed", new Dictionary<string, string> { ["sv-SE"] = "slutförde", ["en-GB"] = "completed" });

    /// <param name="since">Only what was given later than this.</param>
    /// <param name="after">Id of the last completion of the page before.</param>
    public async Task<StatementResult> HandleAsync(DateTimeOffset? since, Guid? after, CancellationToken cancellationToken)
    {
        var certificates = db.Certificates.AsNoTracking().Where(one => one.RevokedAt == null);
        if (since is { } from) certificates = certificates.Where(one => one.IssuedAt > from.ToUniversalTime());
        if (after is { } last) certificates = certificates.Where(one => one.Id > last);
        var rows = await certificates.Join(db.Courses.Within(me.Scope(TrainingPermissions.ManageCourses)), one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, Course = course })
            .OrderBy(row => row.Certificate.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var sessions = rows.Where(row => row.Certificate.SessionId is not null).Select(row => row.Certificate.SessionId!.Value).Distinct().ToList();
        var minutes = (await db.Attendances.AsNoTracking().Join(db.Enrolments.Where(one => sessions.Contains(one.SessionId)), attendance => attendance.EnrolmentId, enrolment => enrolment.Id, (attendance, enrolment) => new { Enrolment = enrolment.Id, enrolment.SessionId, enrolment.LearnerId, attendance.Minutes }).ToListAsync(cancellationToken))
            .GroupBy(row => (row.SessionId, row.LearnerId)).ToDictionary(group => group.Key, group => new Presence(group.Max(row => row.Enrolment), group.Sum(row => row.Minutes)));
        var page = rows.Take(PageSize).ToList();
        var statements = page.SelectMany(row => Of(row.Certificate, row.Course, row.Certificate.SessionId is { } session ? minutes.GetValueOrDefault((session, row.Certificate.LearnerId)) : null)).ToList();
        return new(statements, rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"/api/v1/training/xapi/statements?after={page[^1].Certificate.Id}{(since is { } again ? $"&since={Uri.EscapeDataString(again.ToString("O", CultureInfo.InvariantCulture))}" : "")}") : "");
    }

    private IEnumerable<Statement> Of(Certificate certificate, Course course, Presence? presence)
    {
        var name = new Dictionary<string, string> { ["sv-SE"] = course.Title };
        if (course.EnglishTitle is { } english) name["en-GB"] = english;
        var actor = new Agent(new(instance.PublicAddress, certificate.LearnerId.ToString()));
        var at = certificate.IssuedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var about = new Activity($"{instance.PublicAddress}/utbildning/{course.Code}", new("http://adlnet.gov/expapi/activities/course", name));
        var meeting = certificate.SessionId is { } session ? new Activity($"{instance.PublicAddress}/utbildning/tillfalle/{session}", new("http://adlnet.gov/expapi/activities/meeting", name)) : null;
        var duration = presence is null ? null : FormattableString.Invariant($"PT{presence.Minutes}M");
        if (meeting is not null && presence is not null) yield return new(presence.Enrolment, actor, Attended, meeting, new(true, duration), new(course.Language, "IdeSluss", new([about])), at);
        yield return new(certificate.Id, actor, Completed, about, new(true, duration), new(course.Language, "IdeSluss", new(meeting is null ? null : [meeting])), at);
    }

    /// <param name="Enrolment">Id of the enrolment, and of the statement.</param>
    private sealed record Presence(Guid Enrolment, int Minutes);
}
