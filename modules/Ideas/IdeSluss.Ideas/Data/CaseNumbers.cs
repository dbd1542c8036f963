using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Data;

/// <summary>The next case number: a sequence, so that hand-ins never wait for each other. Not gap-free; diary numbers are, and come from the register.</summary>
internal sealed class CaseNumbers(IdeasDbContext db, CaseNumberPattern pattern)
{
    /// <param name="registered">The number tells the year of it.</param>
    public async Task<string> NextAsync(DateTimeOffset registered, CancellationToken cancellationToken)
    {
        var sequence = await db.Database.SqlQuery<long>($"""select nextval('ideas.case_number') as "Value" """).SingleAsync(cancellationToken);
        return pattern.Format(registered.StockholmDay().Year, sequence);
    }

    /// <summary>Many at once, in order.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count, DateTimeOffset registered, CancellationToken cancellationToken)
    {
        var sequences = await db.Database.SqlQuery<long>($"""select nextval('ideas.case_number') as "Value" from generate_series(1, {count})""").ToListAsync(cancellationToken);
        return [.. sequences.Order().Select(sequence => pattern.Format(registered.StockholmDay().Year, sequence))];
    }
}
