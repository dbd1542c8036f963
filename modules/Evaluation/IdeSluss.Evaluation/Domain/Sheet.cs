using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

internal enum SheetState
{
    /// <summary>Seen by those who look after sheets alone; nothing is judged by it yet.</summary>
    Draft,
    Used,

    /// <summary>No longer chosen. What was judged by it stays.</summary>
    Retired,
}

/// <summary>By what an idea is judged at a gate. What it asks lies in its versions; the newest is the one that is used.</summary>
internal sealed class Sheet : IVersioned
{
    public const int LongestCode = 40;

    public required Guid Id { get; init; }

    /// <summary>In addresses: <c>inforande</c>. Never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the gate it is for.</summary>
    public required string Gate { get; init; }

    /// <summary>Proposed when an idea is to be judged at the gate; one per gate.</summary>
    public bool IsDefault { get; set; }
    public SheetState State { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>
/// What a sheet asked at a time. From the first answer on it never changes: an edit makes the next version, and only answers to one and the same version are compared.
/// </summary>
internal sealed class SheetVersion
{
    public required Guid Id { get; init; }
    public required Guid SheetId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required SheetContent Content { get; set; }

    /// <summary>Counts the edits before it was locked, so that nobody answers what has just been changed.</summary>
    public int Edit { get; set; }

    /// <summary>When the first answer was saved.</summary>
    public DateTimeOffset? LockedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public Guid? ChangedById { get; set; }
}

/// <summary>The questions of a sheet, as they are stored. Swedish texts; those of our own sheets are keys of their translations.</summary>
/// <param name="MostSpread">How far apart the lowest and the highest score may be, in steps of the scale, before those who judged must talk.</param>
/// <param name="SameUnit">Those who work in the idea's unit may not judge it.</param>
internal sealed record SheetContent(string Title, string Intro, IReadOnlyList<SheetCriterion> Criteria, IReadOnlyList<KnockOut> KnockOuts, decimal MostSpread = SheetContent.UsualSpread, bool SameUnit = true)
{
    public const int Steps = 5;
    public const int AllWeight = 100;
    public const int MostCriteria = 20;
    public const int MostKnockOuts = 10;
    public const decimal UsualSpread = 1.5m;

    /// <summary>How far apart two may be about a single criterion: three steps is to have seen different things.</summary>
    public const int MostCriterionSpread = 2;
}

/// <param name="Key">Stable within the sheet, also over its versions.</param>
/// <param name="Section">Heading above it and those that follow; null for the same as before.</param>
/// <param name="Weight">Percent; all together a hundred.</param>
/// <param name="Levels">What each step of the scale means, from the lowest; five of them.</param>
internal sealed record SheetCriterion(string Key, string? Section, string Question, string? Help, int Weight, IReadOnlyList<string> Levels);

/// <summary>A question that no score can outweigh.</summary>
/// <param name="Stops">The answer that speaks against the idea going on: <c>ja</c> or <c>nej</c>.</param>
internal sealed record KnockOut(string Key, string Question, string Stops);
