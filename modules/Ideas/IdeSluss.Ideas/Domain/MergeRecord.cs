using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Domain;

/// <summary>
/// One idea's way into another: the question to its submitter, the answer, the merge, and its undoing. An idea has at most one that is open or in force.
/// </summary>
internal sealed class MergeRecord : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>The idea that is merged.</summary>
    public Guid IdeaId { get; init; }

    /// <summary>The idea it is merged into, as it was asked. That one may since have been merged into a third, which <see cref="Idea.MergedIntoId"/> tells.</summary>
    public Guid TargetId { get; init; }
    public MergeState State { get; set; }

    /// <summary>Klarspråk: why they are alike. The submitter reads it.</summary>
    public required string Reason { get; init; }

    /// <summary>The question as it is said or written to someone without e-mail, in their language.</summary>
    public required string Question { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public Guid AskedById { get; init; }

    /// <summary>When the hold ends: from here on the submitter sees the question.</summary>
    public DateTimeOffset AskedFrom { get; set; }
    public DateOnly AnswerBy { get; init; }
    public Guid? MailId { get; init; }

    /// <summary>The sorting decision it was asked with; null when it was asked later, from the case.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>Another decision that took the question away; if that is taken back the question stands again.</summary>
    public Guid? EndedByDecisionId { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who wrote the answer in: a coach, or the submitter's account. Null when it came with the code.</summary>
    public Guid? AnsweredById { get; set; }
    public MergeConsent? Consent { get; set; }

    /// <summary>"sa ja i telefon 3 november", or how the coach tried to reach someone who does not answer.</summary>
    public string? ConsentNote { get; set; }
    public DateTimeOffset? MergedAt { get; set; }
    public DateTimeOffset? UnmergedAt { get; set; }
    public Guid? UnmergedById { get; set; }
    public string? UnmergeReason { get; set; }

    /// <summary>The case before the question and before the merge, as JSON, so that both can be undone exactly.</summary>
    public required string Before { get; set; }
    public int Version { get; set; }
}

internal enum MergeState
{
    /// <summary>The submitter is asked.</summary>
    Asked,

    /// <summary>The submitter said no.</summary>
    Declined,

    /// <summary>A coach, or a decision, took the question away.</summary>
    Withdrawn,

    /// <summary>The submitter said yes, but the other idea could no longer be merged with.</summary>
    Lapsed,

    /// <summary>In force.</summary>
    Merged,
    Unmerged,
}

/// <summary>On what ground two ideas were merged.</summary>
internal enum MergeConsent
{
    /// <summary>The submitter answered, on the page or by the API.</summary>
    Submitter,

    /// <summary>The submitter told the office, which wrote the answer in.</summary>
    ToldOffice,

    /// <summary>The submitter did not answer in time and could not be reached: a coach decided on what is known.</summary>
    Unanswered,
}

internal sealed class MergeMapping : IEntityTypeConfiguration<MergeRecord>
{
    public void Configure(EntityTypeBuilder<MergeRecord> merge)
    {
        merge.ToTable("Merge");
        merge.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        merge.Property(m => m.Consent).HasConversion<string>().HasMaxLength(20);
        merge.Property(m => m.Before).HasColumnType("jsonb");
        // One question or one merge at a time, also when two coaches ask at once.
        merge.HasIndex(m => m.IdeaId).IsUnique().HasFilter("state in ('Asked', 'Merged')").HasDatabaseName("ix_merge_open");
        merge.HasIndex(m => new { m.IdeaId, m.Id });
        merge.HasIndex(m => m.TargetId);
        // The clock's way in: questions whose last day has passed.
        merge.HasIndex(m => new { m.AnswerBy, m.Id }).HasFilter("state = 'Asked'").HasDatabaseName("ix_merge_unanswered");
        merge.HasOne<Idea>().WithMany().HasForeignKey(m => m.IdeaId);
        merge.HasOne<Idea>().WithMany().HasForeignKey(m => m.TargetId).OnDelete(DeleteBehavior.Restrict);
    }
}
