namespace IdeSluss.Platform.Data;

/// <summary>The first answer to a create with an <c>Idempotency-Key</c>; the same key from the same caller to the same route gets it again.</summary>
internal sealed class IdempotentAnswer
{
    /// <summary>As the client sent it, at most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The account's id, or a keyed hash of the address for someone who is not logged in.</summary>
    public required string Caller { get; init; }

    /// <summary>Method and route pattern.</summary>
    public required string Route { get; init; }

    /// <summary>SHA-256 of the request's body: the same key with another body is refused.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>Null while the first request is still being answered.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }

    /// <summary>Location header of the answer.</summary>
    public string? Location { get; set; }

    /// <summary>Protected by data protection: it may hold a case's secret code.</summary>
    public byte[]? Body { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
