using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Data;

/// <summary>The next case number: a sequence, so that hand-ins never wait for each other. Not gap-free; diary numbers are, and come from the register.</summary>
internal sealed class CaseNumbers(IdeasDbContext db, CaseNumberPattern pattern, TimeProvider time)
{
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var sequence = await db.Database.SqlQuery<long>($"""select nextval('ideas.case_number') as "Value" """).SingleAsync(cancellationToken);
        return pattern.Format(time.StockholmToday().Year, sequence);
    }

    /// <summary>Many at once, in order.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count, CancellationToken cancellationToken)
    {
        var sequences = await db.Database.SqlQuery<long>($"""select nextval('ideas.case_number') as "Value" from generate_series(1, {count})""").ToListAsync(cancellationToken);
        return [.. sequences.Order().Select(sequence => pattern.Format(time.StockholmToday().Year, sequence))];
    }
}
