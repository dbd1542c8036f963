using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>A question to someone outside the case before a decision, with a last day for the answer, and what was answered.</summary>
internal sealed class Consultation : IVersioned
{
    /// <summary>"Which unit" and the like.</summary>
    public const int MostNote = 200;
    public const int MostText = 4_000;

    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public required string Gate { get; init; }

    /// <summary>Code of the body, and its name as it was when asked: a plugin that is gone must not take the name with it.</summary>
    public required string Body { get; init; }
    public required string BodyName { get; init; }
    public string? Note { get; init; }
    public required string Question { get; init; }

    /// <summary>The form to be signed, where the body signs one.</summary>
    public string? Form { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public Guid AskedById { get; init; }
    public DateOnly LastDay { get; init; }
    public DateTimeOffset? RemindedAt { get; set; }
    public ConsultationStatus Status { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public Guid? AnsweredById { get; set; }

    /// <summary>The day of their answer; a coach may write it in later.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>For those who sign.</summary>
    public Verdict? Verdict { get; set; }
    public string? Text { get; set; }
    public string? Conditions { get; set; }

    /// <summary>Version of the signed form's answers: other answers are not signed.</summary>
    public int? SignedVersion { get; set; }
    public int Version { get; set; }

    public bool SaysYes => Status == ConsultationStatus.Answered && Verdict is Domain.Verdict.Yes or Domain.Verdict.YesWithConditions;
}

internal enum ConsultationStatus
{
    Asked,
    Answered,

    /// <summary>A person has noted that no answer came in time.</summary>
    Unanswered,
    Withdrawn,
}

internal enum Verdict
{
    Yes,
    YesWithConditions,
    No,
}
