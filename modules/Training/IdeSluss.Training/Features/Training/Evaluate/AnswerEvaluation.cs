using System.Security.Cryptography;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Evaluate;

internal sealed class EvaluationInput
{
    /// <summary>1 to 5, one for each statement.</summary>
    public List<int?> Scores { get; set; } = [];
    public string? Good { get; set; }
    public string? Better { get; set; }
}

/// <param name="Answered">One can answer once.</param>
internal sealed record AskedEvaluation(string Course, string Title, string? EnglishTitle, EvaluationRound Round, IReadOnlyList<string> Statements, bool Answered);

/// <summary>Answers what was asked by mail. That one has answered is kept, what one answered is kept, and nothing that ties the two together.</summary>
internal sealed class AnswerEvaluation(TrainingDbContext db, EnrolmentLinks links)
{
    private static readonly Problem NotAsked = Problem.NotFound("Frågan finns inte. Kontrollera att hela länken kom med.");

    public async Task<Outcome<AskedEvaluation>> FindAsync(string token, EvaluationRound round, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.EvaluationsAsked.AsNoTracking().FirstOrDefaultAsync(one => one.EnrolmentId == id && one.Round == round, cancellationToken) is not { } asked) return NotAsked;
        var course = await db.Courses.AsNoTracking().FirstAsync(one => db.Sessions.Any(session => session.CourseId == one.Id && db.Enrolments.Any(enrolment => enrolment.Id == id && enrolment.SessionId == session.Id)), cancellationToken);
        return new AskedEvaluation(course.Code, course.Title, course.EnglishTitle, round, EvaluationQuestions.Of(round), asked.Answered);
    }

    public async Task<Outcome<Done>> AnswerAsync(string token, EvaluationRound round, EvaluationInput input, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id) return NotAsked;
        if (Check(round, input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two at once, one finds it answered.
        var first = await db.EvaluationsAsked.Where(one => one.EnrolmentId == id && one.Round == round && !one.Answered).ExecuteUpdateAsync(set => set.SetProperty(one => one.Answered, true), cancellationToken);
        if (first == 0) return await db.EvaluationsAsked.AnyAsync(one => one.EnrolmentId == id && one.Round == round, cancellationToken) ? Problem.Conflict("Du har redan svarat. Tack!") : NotAsked;
        var session = await db.Enrolments.Where(one => one.Id == id).Select(one => one.SessionId).FirstAsync(cancellationToken);
        db.EvaluationAnswers.Add(new() { Id = new Guid(RandomNumberGenerator.GetBytes(16)), SessionId = session, Round = round, Scores = [.. input.Scores.Select(score => score!.Value)], Good = input.Good.OrNothing(), Better = input.Better.OrNothing() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private static IEnumerable<FieldError> Check(EvaluationRound round, EvaluationInput input)
    {
        var statements = EvaluationQuestions.Of(round);
        for (var at = 0; at < statements.Count; at++)
            if (input.Scores.ElementAtOrDefault(at) is not (>= 1 and <= 5)) yield return new($"scores[{at}]", new Text("{0} Välj ett av svaren.", new Text(statements[at])));
        if (input.Scores.Count > statements.Count) yield return new("scores", "Det finns bara sex frågor.");
        foreach (var (field, label, text) in new[] { ("good", "Vad var bra?", input.Good), ("better", "Vad kan bli bättre?", input.Better) })
            if (text?.Trim().Length > EvaluationAnswer.LongestText) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), EvaluationAnswer.LongestText));
    }
}
