using IdeSluss.Ideas.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>
/// A case whose number a row has, because the file was taken out of this very instance. Another system may number its ideas as we do: so the row must also have come in
/// at the same minute, or say the same.
/// </summary>
internal sealed record OwnCase(string CaseNumber, DateTimeOffset ReceivedAt, string OriginalText, string? PublicText)
{
    public static async Task<Dictionary<string, OwnCase>> FindAsync(IdeasDbContext db, IReadOnlyList<ImportedIdea> rows, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(row => row.ExternalId).OfType<string>().Distinct().ToList();
        if (numbers.Count == 0) return [];
        return await db.Ideas.AsNoTracking().Where(idea => numbers.Contains(idea.CaseNumber)).Select(idea => new OwnCase(idea.CaseNumber, idea.ReceivedAt, idea.OriginalText, idea.PublicText))
            .ToDictionaryAsync(one => one.CaseNumber, cancellationToken);
    }

    public bool Is(ImportedIdea row) => SaysTheSame(row) || (row.ReceivedAt is { } at && (ReceivedAt - at).Duration() < TimeSpan.FromMinutes(1));

    public bool SaysTheSame(ImportedIdea row) => row.Submission.Text == OriginalText || row.Submission.Text == PublicText;
}
