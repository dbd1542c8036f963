namespace IdeSluss.Testbeds.Domain;

/// <summary>An agreement as a file: a template that everyone who wants to test may read beforehand, or what was signed with one of them, which stays with the office.</summary>
internal sealed class Agreement
{
    public const int LongestName = 120;

    /// <summary>Of a test bed's templates, and of what is signed for one request.</summary>
    public const int Most = 20;

    public required Guid Id { get; init; }
    public required Guid TestbedId { get; init; }

    /// <summary>The request it was signed for; null for a template.</summary>
    public Guid? RequestId { get; init; }
    public required string Name { get; init; }
    public required Guid FileId { get; init; }
    /// <summary>Null when the partner sent it in.</summary>
    public Guid? AddedById { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}
