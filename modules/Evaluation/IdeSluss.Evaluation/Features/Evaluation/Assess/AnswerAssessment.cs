using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

/// <param name="WhyNot">Why the reader does not answer; null when they do.</param>
internal sealed record AnswerView(Guid Id, string Unit, int Year, AssessmentKind Kind, DateOnly LastDay, FormDefinition Form, Text? WhyNot);

/// <summary>Answers to an assessment. Who has answered and what was answered are kept apart, with nothing that ties them together.</summary>
internal sealed class AnswerAssessment(EvaluationDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<AnswerView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Assessments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } one) return OpenAssessment.NoSuchAssessment;
        // Whoever has the link answers with the staff; for the manager nobody else may know of it.
        if (one.Kind == AssessmentKind.Manager && !me.Scope(EvaluationPermissions.Assess).Covers(one.AuthorityId, one.UnitId)) return OpenAssessment.NoSuchAssessment;
        var content = await db.QuestionVersions.AsNoTracking().Where(version => version.Id == one.QuestionVersionId).Select(version => new { version.Content, version.Number }).FirstAsync(cancellationToken);
        var unit = one.UnitId is { } known ? await organisation.UnitAsync(known, cancellationToken) : null;
        return new AnswerView(one.Id, unit?.Name ?? "–", one.Year, one.Kind, one.LastDay, FormOf(content.Content, content.Number), await WhyNotAsync(one, cancellationToken));
    }

    public async Task<Outcome<Done>> HandleAsync(Guid id, Answers given, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, cancellationToken)).Failed(out var problem, out var view)) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever closes it at the same moment waits, or is seen.
        var one = await db.Assessments.FromSql($"select * from evaluation.assessment where id = {id} for share").AsNoTracking().SingleAsync(cancellationToken);
        if (await WhyNotAsync(one, cancellationToken) is { } why) return Problem.Conflict(why);
        var evaluation = FormEvaluator.Evaluate(view.Form, given);
        if (evaluation.Errors(complete: true).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        db.Set<AssessmentParticipant>().Add(new() { AssessmentId = id, PersonId = me.RequiredId });
        // An id made of the moment would tell the order in which people answered.
        db.AssessmentAnswers.Add(new() { Id = Guid.CreateVersion7(one.OpenedAt), AssessmentId = id, Answers = evaluation.Own.ToJson() });
        if (!await db.TryAddAsync(cancellationToken)) return Problem.Conflict(one.Kind == AssessmentKind.Staff ? Answered : AnsweredForUnit);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private static readonly Text Answered = "Du har redan svarat. Ingen kan se vad, så det går inte att ändra.";

    private static readonly Text AnsweredForUnit = "Det är redan svarat för enheten.";

    private async Task<Text?> WhyNotAsync(Assessment one, CancellationToken cancellationToken)
    {
        if (one.ClosedAt is not null || one.LastDay < time.StockholmToday()) return "Självskattningen är avslutad.";
        if (one.Kind == AssessmentKind.Manager) return await db.AssessmentAnswers.AnyAsync(answer => answer.AssessmentId == one.Id, cancellationToken) ? AnsweredForUnit : null;
        return await db.Set<AssessmentParticipant>().AnyAsync(participant => participant.AssessmentId == one.Id && participant.PersonId == me.RequiredId, cancellationToken) ? Answered : null;
    }

    private static FormDefinition FormOf(QuestionContent content, int number)
    {
        var options = content.Steps.Select((step, at) => new Option($"{at + 1}", step)).ToList();
        return new("sjalvskattning", number, content.Title, content.Intro ?? "", [.. content.Questions.Select(question =>
        {
            var field = Field.Choice(question.Key, question.Text, options, question.Help, required: true);
            return question.Section is { } section ? field.Under(section) : field;
        })]);
    }
}
