using System.Security.Cryptography;
using System.Text;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>A row that can become an idea.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Note">What the file says that an idea has no place for, for the one who sorts.</param>
/// <param name="ContentHash">SHA-256 over all its values: the same number with another content is a changed row.</param>
internal sealed record ImportedIdea(
    long Line, IdeaSubmission Submission, string? ExternalId, byte[] ContentHash, DateTimeOffset? ReceivedAt, Guid AuthorityId, Guid? UnitId, string? NeedSentence, string? Language, ClosedIdea? Closed, string? Note)
{
    /// <summary>The same row is the same idea: by its number in the source, or by all that it says.</summary>
    public static string KeyOf(string source, string? externalId, byte[] contentHash) =>
        externalId is null
            ? $"import:{source}:sha:{Convert.ToHexStringLower(contentHash)}"
            : $"import:{source}:id:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(externalId)))}";
}

/// <summary>How a historic idea ended. Only for one whose text a person has read.</summary>
/// <param name="Answer">What the submitter was told then.</param>
internal sealed record ClosedIdea(string Reason, DateTimeOffset At, string? Answer, string PublicTitle, string PublicText);

/// <param name="Column">Swedish name of the column; null when it is about the row as a whole.</param>
internal sealed record RowError(long Line, string? Column, Text Message);

/// <summary>Errors of a file: the first ones in full, and how many more.</summary>
internal sealed class RowErrors
{
    public const int MostKept = 100;
    private readonly List<RowError> kept = [];

    public IReadOnlyList<RowError> Kept => kept;

    public long More { get; private set; }

    public void Add(RowError error)
    {
        if (kept.Count < MostKept) kept.Add(error);
        else More++;
    }
}
