using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <param name="Motivation">Read by the submitter, and shown with the decision (FL 32 §).</param>
/// <param name="Impartial">Nothing makes the decider partial (FL 16–18 §§).</param>
internal sealed record ReconsiderationOutcome(bool? Changed, string? Motivation, bool Impartial);

/// <summary>Somebody other than the one who said no decides whether it is to stand. What follows for the case and its submitter follows the event.</summary>
internal sealed class DecideReconsideration(EvaluationDbContext db, ReadReconsiderations read, IReconsideredCases decisions, DeciderPool pool, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, ReconsiderationOutcome outcome, int? version, CancellationToken cancellationToken)
    {
        if (await read.Mine().FirstOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } one || await decisions.FindAsync(one.DecisionId, cancellationToken) is not { } decision) return ReadReconsiderations.NoSuchOne;
        if (version is { } seen && seen != one.Version) return Problem.Stale();
        if (one.State != ReconsiderationState.Waiting) return Problem.Conflict("Beslutet är redan omprövat.");
        if (await read.WhyNotAsync(one, cancellationToken) is { } notYours) return notYours;
        if (Check(outcome).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (outcome.Changed == true && !decision.StillStands) return Problem.Conflict("Ärendet har gått vidare sedan beslutet och kan inte öppnas igen. Välj att beslutet står fast, och skriv varför.");

        var mine = me.RequiredId;
        one.State = outcome.Changed == true ? ReconsiderationState.Changed : ReconsiderationState.Stands;
        (one.DecidedById, one.DecidedAt, one.Motivation) = (mine, time.GetUtcNow(), outcome.Motivation!.Trim());
        one.DecidedAs = (await pool.OfAsync(one, cancellationToken)).First(each => each.Person.Id == mine).Role;
        db.Publish(new ReconsiderationDecided(one.Id, one.IdeaId, one.CaseNumber, one.DecisionId, one.Gate, outcome.Changed == true, mine, one.DecidedAs, one.DecidedAt.Value), one.IdeaId);
        db.Audit(new("evaluation.reconsideration-decided", "reconsideration", one.Id, mine, one.AuthorityId, new Dictionary<string, string> { ["decision"] = one.DecisionId.ToString(), ["outcome"] = one.State.ToString(), ["role"] = one.DecidedAs }));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private static IEnumerable<FieldError> Check(ReconsiderationOutcome outcome)
    {
        if (outcome.Changed is null) yield return new("Changed", "Välj om beslutet ändras eller står fast.");
        foreach (var error in ReconsiderationRules.CheckText("Motivation", outcome.Motivation, "Skriv varför. Idégivaren läser det.")) yield return error;
        if (!outcome.Impartial) yield return new("Impartial", "Kryssa i att du inte är jävig. Är du det ska någon annan ompröva beslutet.");
    }
}
