using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Sdk.Data;

internal sealed record PendingEvent(Guid Id, object Message, Guid Stream);

internal sealed record PendingMail(Guid Id, OutgoingMail Mail);

/// <summary>Tables of the platform that every module's transaction may write to: events and deliveries, audit, mail, files.</summary>
internal static class SharedRows
{
    public static void Map(ModelBuilder model, bool ownedByThisContext)
    {
        model.Entity<EventRow>(row =>
        {
            row.ToTable("Event", "messaging", table => Exclude(table, ownedByThisContext));
            row.Property(e => e.Payload).HasColumnType("jsonb");
            row.HasIndex(e => e.OccurredAt);
        });
        model.Entity<DeliveryRow>(row =>
        {
            row.ToTable("Delivery", "messaging", table => Exclude(table, ownedByThisContext));
            row.Property(d => d.Id).UseIdentityAlwaysColumn();
            // The dispatcher's way in: first waiting delivery of a consumer, in order.
            row.HasIndex(d => new { d.Consumer, d.Stream, d.Id });
            row.HasIndex(d => d.NotBefore);
        });
        model.Entity<AuditRow>(row =>
        {
            row.ToTable("Entry", "audit", table => Exclude(table, ownedByThisContext));
            row.Property(a => a.Facts).HasColumnType("jsonb");
            row.HasIndex(a => new { a.SubjectKind, a.SubjectId });
            // The sealer's way in: what has no place in the chain yet.
            row.HasIndex(a => a.Id).HasFilter("seal_number is null").HasDatabaseName("ix_entry_unsealed");
            row.HasIndex(a => a.SealNumber).IsUnique();
        });
        model.Entity<MailRow>(row =>
        {
            row.ToTable("Message", "mail", table => Exclude(table, ownedByThisContext));
            row.Property(m => m.Status).HasConversion<string>().HasMaxLength(20);
            row.HasIndex(m => new { m.Status, m.NotBefore });
        });
        model.Entity<FileRow>(row =>
        {
            row.ToTable("File", "files", table => Exclude(table, ownedByThisContext));
            // Keeping and removing the same file at once: whoever comes second changes nothing and learns it.
            row.Property(f => f.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
            row.Property(f => f.Damage).HasConversion<string>().HasMaxLength(20);
            row.HasIndex(f => new { f.State, f.StateSince });
            row.HasIndex(f => f.CheckedAt).HasFilter("state = 'Kept'");
            row.HasIndex(f => f.Id).HasFilter("damage is not null").HasDatabaseName("ix_file_damaged");
        });
    }

    private static void Exclude<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.TableBuilder<T> table, bool owned) where T : class
    {
        if (!owned) table.ExcludeFromMigrations();
    }
}

internal sealed class EventRow
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public Guid Stream { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public string? TraceParent { get; init; }
}

internal sealed class DeliveryRow
{
    public long Id { get; init; }
    public Guid EventId { get; init; }
    public required string Consumer { get; init; }
    public Guid Stream { get; init; }
    public DateTimeOffset NotBefore { get; set; }
    public int Attempt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? ParkedAt { get; set; }
    public string? LastError { get; set; }
}

internal sealed class AuditRow
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public Guid SubjectId { get; init; }
    public Guid? ActorId { get; init; }
    public Guid? AuthorityId { get; init; }
    public required string Facts { get; init; }

    /// <summary>Place in the chain, given by the sealing job.</summary>
    public long? SealNumber { get; set; }

    /// <summary>SHA-256 over the previous seal and this entry.</summary>
    public byte[]? Seal { get; set; }
}

internal enum MailStatus
{
    Queued,
    Sent,
    Cancelled,
    Parked,
}

internal sealed class MailRow
{
    public Guid Id { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required string Reference { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NotBefore { get; set; }
    public MailStatus Status { get; set; }
    public int Attempt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? LastError { get; set; }

    /// <summary>The span that wrote it, as W3C has it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>The way of a file. Bytes exist in the store in every state but the first and the last, where they may.</summary>
internal enum FileState
{
    /// <summary>The row comes first, so that no bytes are ever without one; a crash leaves it here.</summary>
    Receiving,

    /// <summary>In the store, and nobody's yet: removed after a day.</summary>
    Uploaded,

    /// <summary>Belongs to something; nothing removes it.</summary>
    Kept,

    /// <summary>Belongs to nothing any more: removed after thirty days, and may be kept again until then.</summary>
    Released,

    /// <summary>Claimed by the job that removes: there is no way back from here.</summary>
    Removing,
}

internal enum FileDamage
{
    Missing,
    Changed,
}

internal sealed class FileRow
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Length { get; init; }
    public required byte[] Hash { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public int? SmallWidth { get; init; }
    public int? SmallHeight { get; init; }
    public long? SmallLength { get; init; }
    public byte[]? SmallHash { get; init; }
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Null when nobody was logged in.</summary>
    public Guid? SavedBy { get; init; }
    public FileState State { get; set; }
    public DateTimeOffset StateSince { get; set; }

    /// <summary>What kept it last: <c>testbeds.picture</c>.</summary>
    public string? KeptFor { get; set; }

    /// <summary>When its bytes were last compared with its hash.</summary>
    public DateTimeOffset? CheckedAt { get; set; }
    public FileDamage? Damage { get; set; }
}

/// <summary>The platform's own context: the only one that creates the shared tables.</summary>
internal abstract class SharedRowsOwner(DbContextOptions options) : ModuleDbContext(options)
{
    private protected override bool OwnsSharedRows => true;
}
