namespace IdeSluss.Evaluation.Domain;

/// <summary>That there is an answer for an idea; never what. The id is made of the idea under the instance's secret: it makes the answer one, and leads back to nobody without the secret.</summary>
internal sealed class TrustTicket
{
    public const int MonthsKept = 24;

    public required Guid Id { get; init; }

    /// <summary>No finer: a time of day would tell which idea.</summary>
    public required string Quarter { get; init; }
}

/// <summary>What submitters have answered in a quarter, as numbers only: there is no row for an answer, so that none can be tied to anyone.</summary>
internal sealed class TrustSum
{
    public const int Steps = 5;

    public required string Quarter { get; init; }

    /// <summary>For each question in order, how many chose each step, the lowest first.</summary>
    public required int[] Counts { get; init; }
}
