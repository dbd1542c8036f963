using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <param name="WhyNot">Why the reader does not answer; null when they do.</param>
internal sealed record TrustView(string CaseNumber, Text? WhyNot);

/// <summary>
/// A submitter says how it went, wholly of their own will. One answer for each idea, and no answer is anyone's: that there is one and what was chosen lie apart, the latter only as sums. So nothing of it is in the audit log either, and it
/// can be neither changed nor taken back. The caller has shown that the case is theirs.
/// </summary>
internal sealed class AnswerTrust(EvaluationDbContext db, IOwnCases cases, IInstanceSecret secret, TimeProvider time)
{
    /// <summary>How long after the answer one may still say.</summary>
    public const int DaysToAnswer = 90;

    public static readonly Problem NoSuchOne = Problem.NotFound("Det finns inget att svara på här. Frågorna kommer när din idé är avgjord.");

    public static readonly Text Answered = "Du har redan svarat. Ingen kan se vad, så det går inte att ändra.";

    public async Task<Outcome<TrustView>> FindAsync(Guid? ideaId, CancellationToken cancellationToken)
    {
        if (ideaId is not { } idea || await cases.EndOfAsync(idea, cancellationToken) is not { } end) return NoSuchOne;
        if (end.At.StockholmDay().AddDays(DaysToAnswer) < time.StockholmToday()) return NoSuchOne;
        var ticket = TicketOf(secret, idea);
        return new TrustView(end.CaseNumber, await db.TrustTickets.AnyAsync(one => one.Id == ticket, cancellationToken) ? Answered : null);
    }

    public async Task<Outcome<Done>> HandleAsync(Guid? ideaId, Answers given, CancellationToken cancellationToken)
    {
        if ((await FindAsync(ideaId, cancellationToken)).Failed(out var problem, out var view)) return problem;
        if (view.WhyNot is { } why) return Problem.Conflict(why);
        var evaluation = FormEvaluator.Evaluate(TrustForm.Definition, given);
        if (evaluation.Errors(complete: true).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var (ticket, quarter, counts) = (TicketOf(secret, ideaId!.Value), QuarterName.Of(time.StockholmToday()), TrustForm.CountsOf(evaluation.Answers));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement each: of two answers at the same moment the second waits, and finds the first one's ticket.
        if (await db.Database.ExecuteSqlAsync($"insert into evaluation.trust_ticket (id, quarter) values ({ticket}, {quarter}) on conflict do nothing", cancellationToken) == 0) return Problem.Conflict(Answered);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into evaluation.trust_sum as s (quarter, counts) values ({quarter}, {counts})
            on conflict (quarter) do update set counts = (select array_agg(a.n + b.n order by at) from unnest(s.counts) with ordinality a(n, at) join unnest(excluded.counts) with ordinality b(n, at) using (at))
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    public static Guid TicketOf(IInstanceSecret secret, Guid idea) => new(secret.Derive("evaluation.trust", idea.ToByteArray()).AsSpan(0, 16));
}
