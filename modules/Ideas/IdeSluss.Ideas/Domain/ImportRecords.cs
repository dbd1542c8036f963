using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Domain;

/// <summary>One reading in of a file: who, from where, and how it went.</summary>
internal sealed class ImportRun : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>What the numbers in the file belong to: two systems may have the same number for two ideas.</summary>
    public required string Source { get; init; }

    /// <summary>Without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>Null from the command line.</summary>
    public Guid? StartedById { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public ImportState State { get; set; }
    public bool Notify { get; init; }

    /// <summary>Nothing is read in if any row is wrong.</summary>
    public bool Strict { get; init; }

    /// <summary>Where the one who started it may read in, as JSON: the job that does it is nobody.</summary>
    public required string Scope { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How many times the job has begun it. A file that brings the job down must not do so for ever.</summary>
    public int Attempts { get; init; }

    /// <summary>Counts and errors as JSON; no words of the file.</summary>
    public string? Result { get; set; }
    public int Version { get; set; }
}

internal enum ImportState
{
    /// <summary>Tried without saving; waits for a yes.</summary>
    Checked,

    /// <summary>Confirmed; a job reads it in.</summary>
    Confirmed,

    /// <summary>Being read in from the command line, or cut short there.</summary>
    AtCommandLine,
    Done,

    /// <summary>The file could not be read, or the rules said no to all of it.</summary>
    Refused,
}

/// <summary>A piece of an uploaded file, until it is read in or forgotten: every replica must reach it, and it may hold personal data.</summary>
internal sealed class ImportChunk
{
    public Guid RunId { get; init; }
    public int Number { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>Where an idea came from, so that the same row is not read in twice and a changed one is seen.</summary>
internal sealed class ImportedRow
{
    public Guid IdeaId { get; init; }
    public Guid RunId { get; init; }
    public string? ExternalId { get; init; }
    public required byte[] ContentHash { get; init; }
    public long Line { get; init; }
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportChunk>, IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("ImportRun");
        run.Property(r => r.Source).HasMaxLength(60);
        run.Property(r => r.FileName).HasMaxLength(200);
        run.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.Result).HasColumnType("jsonb");
        run.Property(r => r.Scope).HasColumnType("jsonb");
        run.HasIndex(r => r.StartedAt);
    }

    public void Configure(EntityTypeBuilder<ImportChunk> chunk)
    {
        chunk.ToTable("ImportChunk");
        chunk.HasKey(c => new { c.RunId, c.Number });
        chunk.HasOne<ImportRun>().WithMany().HasForeignKey(c => c.RunId);
    }

    public void Configure(EntityTypeBuilder<ImportedRow> row)
    {
        row.ToTable("ImportedRow");
        row.HasKey(r => r.IdeaId);
        row.Property(r => r.ExternalId).HasMaxLength(100);
        row.HasIndex(r => r.RunId);
        row.HasOne<Idea>().WithOne().HasForeignKey<ImportedRow>(r => r.IdeaId);
        row.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.RunId);
    }
}
