using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <param name="Form">As it was when it was answered; else the newest.</param>
internal sealed record InnovationView(string CaseNumber, string? Title, DateOnly InUseOn, InnovationState State, FormDefinition Form, Answers Answers, int Version);

internal sealed record InnovationLine(string CaseNumber, string? Title, DateOnly InUseOn, bool IsMine);

/// <summary>Whoever answers for the benefit, received the idea or coaches it says what kind of innovation it was: once, in ticks.</summary>
internal sealed class AnswerBarometer(EvaluationDbContext db, IJudgedCases cases, IFormRegistry forms, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;

    public static readonly Problem NoSuchOne = Problem.NotFound("Idén används inte än, eller så är den inte din.");

    private static readonly Problem IsAnswered = Problem.Conflict("Det är redan svarat. Tack för hjälpen!");

    /// <summary>Those that nobody has answered, the latest first.</summary>
    public async Task<Page<InnovationLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var found = Mine().AsNoTracking().Where(one => one.State != InnovationState.Answered);
        if (Cursor.Parse(after) is { } last)
        {
            var day = last.At.StockholmDay();
            found = found.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.InUseOn, one.Id), ValueTuple.Create(day, last.Id)));
        }

        var rows = await found.OrderByDescending(one => one.InUseOn).ThenByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ideas = await cases.FindManyAsync([.. rows.Select(row => row.IdeaId)], cancellationToken);
        return new(
            [.. rows.Take(PageSize).Where(row => ideas.ContainsKey(row.IdeaId)).Select(row => new InnovationLine(row.CaseNumber, ideas[row.IdeaId].Title, row.InUseOn, row.OwnerId == me.Id))], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].InUseOn.StartInStockholm(), rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<Outcome<InnovationView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken) is not { } one) return NoSuchOne;
        if ((await cases.FindManyAsync([one.IdeaId], cancellationToken)).GetValueOrDefault(one.IdeaId) is not { } idea) return NoSuchOne;
        return new InnovationView(one.CaseNumber, idea.Title, one.InUseOn, one.State, forms.Find(BarometerForm.Key, one.FormVersion) ?? BarometerForm.Definition, Answers.Parse(one.Answers), one.Version);
    }

    public Task<Outcome<Done>> SendAsync(string caseNumber, Answers given, int? version, CancellationToken cancellationToken) => HandleAsync(caseNumber, given, version, cancellationToken);

    /// <summary>Who was asked does not know: the question leaves the inbox. Whoever knows may still answer.</summary>
    public Task<Outcome<Done>> LeaveAsync(string caseNumber, CancellationToken cancellationToken) => HandleAsync(caseNumber, null, null, cancellationToken);

    private async Task<Outcome<Done>> HandleAsync(string caseNumber, Answers? given, int? version, CancellationToken cancellationToken)
    {
        if (await Mine().FirstOrDefaultAsync(each => each.CaseNumber == caseNumber, cancellationToken) is not { } one || (await cases.FindManyAsync([one.IdeaId], cancellationToken)).Count == 0) return NoSuchOne;
        if (one.State == InnovationState.Answered) return IsAnswered;
        if (version is { } seen && seen != one.Version) return Problem.Stale();
        if (given is not null)
        {
            var evaluation = FormEvaluator.Evaluate(BarometerForm.Definition, given);
            if (evaluation.Errors(complete: true).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
            (one.Answers, one.FormVersion) = (evaluation.Own.ToJson(), BarometerForm.Definition.Version);
            db.Audit(new("evaluation.innovation-answered", "innovation", one.Id, me.RequiredId, one.AuthorityId));
        }

        (one.State, one.EndedAt, one.EndedById) = (given is null ? InnovationState.Left : InnovationState.Answered, time.GetUtcNow(), me.RequiredId);
        db.Publish(new InnovationEnded(one.Id, one.IdeaId, one.CaseNumber, given is null ? null : me.RequiredId, one.EndedAt.Value), one.IdeaId);
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private IQueryable<Innovation> Mine() => db.Innovations.Within(me.Scope(EvaluationPermissions.AnswerBarometer));
}
