using System.Globalization;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Competences;

internal sealed class DispensationInput
{
    /// <summary>E-mail address of someone who works where one manages.</summary>
    public string? Email { get; set; }

    /// <summary>Code.</summary>
    public string? Course { get; set; }

    /// <summary>Last day, as <c>2027-03-14</c>.</summary>
    public string? Until { get; set; }
    public string? Reason { get; set; }
}

internal sealed record DispensationLine(Guid Id, string Name, string Where, string Course, string Title, string? EnglishTitle, DateOnly Until, string Reason, string GivenBy, bool IsValid);

/// <summary>A manager lets someone of theirs do without a course for a time. Logged; nobody gives it to themselves.</summary>
internal sealed class GiveDispensation(TrainingDbContext db, Learners learners, IPeopleDirectory people, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private const int MostShown = 100;

    public async Task<IReadOnlyList<DispensationLine>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Dispensations.AsNoTracking().Join(db.Learners.Within(me.Scope(TrainingPermissions.ApproveEnrolments)), one => one.LearnerId, learner => learner.Id, (dispensation, learner) => new { Dispensation = dispensation, Learner = learner })
            .Join(db.Courses, row => row.Dispensation.CourseId, course => course.Id, (row, course) => new { row.Dispensation, row.Learner, course.Code, course.Title, course.EnglishTitle })
            .OrderByDescending(row => row.Dispensation.GivenAt).ThenByDescending(row => row.Dispensation.Id).Take(MostShown).ToListAsync(cancellationToken);
        var givers = await people.FindManyAsync([.. rows.Select(row => row.Dispensation.GivenById).Distinct()], cancellationToken);
        var lines = new List<DispensationLine>();
        foreach (var row in rows)
            lines.Add(new(row.Dispensation.Id, row.Learner.Name, await organisation.PlaceNameAsync(row.Learner.AuthorityId, row.Learner.UnitId, cancellationToken), row.Code, row.Title, row.EnglishTitle, row.Dispensation.Until, row.Dispensation.Reason,
                givers.GetValueOrDefault(row.Dispensation.GivenById)?.DisplayName ?? "", row.Dispensation.IsValid(time.StockholmToday())));
        return lines;
    }

    public async Task<Outcome<Guid>> GiveAsync(DispensationInput input, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        var today = time.StockholmToday();
        var learner = string.IsNullOrWhiteSpace(input.Email) ? null : await learners.ByEmailAsync(input.Email, cancellationToken);
        if (learner is null || learner.AuthorityId is not { } authority || !me.Scope(TrainingPermissions.ApproveEnrolments).Covers(authority, learner.UnitId)) errors.Add(new("email", "E-post: ingen som arbetar där du är chef har adressen. Personen kan behöva säga var hen arbetar först."));
        else if (learner.PersonId == me.Id) errors.Add(new("email", "E-post: du kan inte ge dispens till dig själv. Be din chef."));
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(one => one.Code == input.Course && one.State == CourseState.Published, cancellationToken);
        if (course is null) errors.Add(new("course", "Kurs: välj ett alternativ."));
        if (!DateOnly.TryParseExact(input.Until?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) || until < today || until > today.AddDays(Dispensation.MostDays)) errors.Add(new("until", new Text("Till och med: skriv en dag från i dag och högst {0} dagar framåt.", Dispensation.MostDays)));
        if (string.IsNullOrWhiteSpace(input.Reason)) errors.Add(new("reason", "Skäl: fyll i."));
        else if (input.Reason.Trim().Length > Dispensation.LongestReason) errors.Add(new("reason", new Text("{0}: högst {1} tecken.", new Text("Skäl"), Dispensation.LongestReason)));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        var dispensation = new Dispensation { Id = Guid.CreateVersion7(), LearnerId = learner!.Id, CourseId = course!.Id, Until = until, Reason = input.Reason!.Trim(), GivenById = me.RequiredId, GivenAt = time.GetUtcNow() };
        db.Dispensations.Add(dispensation);
        db.Audit(new("training.dispensation-given", "dispensation", dispensation.Id, me.RequiredId, learner.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code, ["learner"] = learner.Id.ToString(), ["until"] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
        await db.SaveChangesAsync(cancellationToken);
        return dispensation.Id;
    }

    public async Task<Outcome<Done>> EndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Dispensations.FirstOrDefaultAsync(one => one.Id == id && db.Learners.Within(me.Scope(TrainingPermissions.ApproveEnrolments)).Any(learner => learner.Id == one.LearnerId), cancellationToken) is not { } dispensation) return Problem.NotFound("Dispensen finns inte.");
        if (!dispensation.IsValid(time.StockholmToday())) return Problem.Conflict("Dispensen gäller redan inte.");
        dispensation.EndedAt = time.GetUtcNow();
        db.Audit(new("training.dispensation-ended", "dispensation", id, me.RequiredId));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
