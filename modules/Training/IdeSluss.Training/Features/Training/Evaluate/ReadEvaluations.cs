using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Evaluate;

/// <param name="Answers">How many; null when they are fewer than may be shown.</param>
/// <param name="Means">For each statement; empty when too few have answered.</param>
internal sealed record RoundResult(EvaluationRound Round, int Asked, int? Answers, IReadOnlyList<StatementResult> Means, IReadOnlyList<string> Good, IReadOnlyList<string> Better);

/// <param name="Spread">How many chose 1, 2, 3, 4, 5.</param>
internal sealed record StatementResult(string Statement, decimal Mean, IReadOnlyList<int> Spread);

internal sealed record CourseEvaluations(string Code, string Title, IReadOnlyList<RoundResult> Rounds);

/// <summary>
/// What people thought of a course, for those who look after it: all its sessions together, from five answers. Of one session alone nothing is shown, since few were there; and how many have answered
/// is not shown below five, so that two looks in a row do not tell what the one between them said.
/// </summary>
internal sealed class ReadEvaluations(TrainingDbContext db, CurrentUser me)
{
    private const int MostTexts = 200;

    public async Task<Outcome<CourseEvaluations>> HandleAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        var rounds = new List<RoundResult>();
        foreach (var round in Enum.GetValues<EvaluationRound>())
        {
            var asked = await db.EvaluationsAsked.CountAsync(one => one.Round == round && db.Enrolments.Any(enrolment => enrolment.Id == one.EnrolmentId && db.Sessions.Any(session => session.Id == enrolment.SessionId && session.CourseId == course.Id)), cancellationToken);
            var answers = await db.EvaluationAnswers.AsNoTracking().Where(one => one.Round == round && db.Sessions.Any(session => session.Id == one.SessionId && session.CourseId == course.Id)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
            // In fives: a new answer shows together with four others.
            var shown = answers.Take(answers.Count / EvaluationQuestions.LeastShown * EvaluationQuestions.LeastShown).ToList();
            rounds.Add(shown.Count == 0 ? new(round, asked, null, [], [], []) : new(round, asked, shown.Count,
                [.. EvaluationQuestions.Of(round).Select((statement, at) => new StatementResult(statement, Math.Round((decimal)shown.Average(one => one.Scores[at]), 1), [.. Enumerable.Range(1, 5).Select(score => shown.Count(one => one.Scores[at] == score))]))],
                [.. shown.Select(one => one.Good).OfType<string>().Take(MostTexts)], [.. shown.Select(one => one.Better).OfType<string>().Take(MostTexts)]));
        }

        return new CourseEvaluations(course.Code, course.Title, rounds);
    }
}
