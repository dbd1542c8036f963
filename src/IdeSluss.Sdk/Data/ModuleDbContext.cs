using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IdeSluss.Sdk.Data;

/// <summary>
/// A module's own schema. What it publishes, audits and mails is written in the same transaction as its business change, so that either all of it
/// happens or nothing does. Names in the database are snake_case.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<PendingEvent> pendingEvents = [];
    private readonly List<AuditFact> pendingAudit = [];
    private readonly List<PendingMail> pendingMail = [];

    /// <summary>The schema's name: the module's, or <c>plugin_{slug}</c>.</summary>
    public abstract string Schema { get; }

    internal IReadOnlyList<PendingEvent> PendingEvents => pendingEvents;

    internal IReadOnlyList<AuditFact> PendingAudit => pendingAudit;

    internal IReadOnlyList<PendingMail> PendingMail => pendingMail;

    /// <summary>Publishes an event with the next save. Events of one <paramref name="stream"/> (the case's id) reach each consumer in order.</summary>
    /// <returns>The event's id; ids of one context ascend.</returns>
    public Guid Publish(object message, Guid stream)
    {
        var pending = new PendingEvent(OrderedId.Next(), message, stream);
        pendingEvents.Add(pending);
        return pending.Id;
    }

    /// <summary>Appends to the audit log with the next save. Ids, codes and hashes only, never personal text: disposal must not break the chain.</summary>
    public void Audit(AuditFact fact) => pendingAudit.Add(fact);

    /// <summary>Queues a mail with the next save; it is sent after commit, and again with the same Message-ID if a crash leaves doubt.</summary>
    /// <returns>The mail's id, for <see cref="CancelMailAsync"/> and <see cref="SendMailNowAsync"/>.</returns>
    public Guid Send(OutgoingMail mail)
    {
        var pending = new PendingMail(Guid.CreateVersion7(), mail);
        pendingMail.Add(pending);
        return pending.Id;
    }

    /// <summary>Takes back a mail that has not left, with the next save.</summary>
    /// <returns>False when it has already been sent or is being sent.</returns>
    public async Task<bool> CancelMailAsync(Guid mailId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await Set<MailRow>().FirstOrDefaultAsync(mail => mail.Id == mailId, cancellationToken);
        if (row is null || row.Status != MailStatus.Queued || (row.LeasedUntil is { } lease && lease > now)) return false;
        row.Status = MailStatus.Cancelled;
        return true;
    }

    /// <summary>Ends the hold of a mail, with the next save.</summary>
    public async Task SendMailNowAsync(Guid mailId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await Set<MailRow>().FirstOrDefaultAsync(mail => mail.Id == mailId, cancellationToken);
        if (row is { Status: MailStatus.Queued }) row.NotBefore = now;
    }

    /// <summary>
    /// Keeps an uploaded file with the next save: if that fails, nothing is kept. A released file may be kept again; one that already belongs to something may not, so that nobody can make
    /// another's file theirs by its id.
    /// </summary>
    /// <param name="forWhat">A code that never changes, below the module's name: <c>testbeds.picture</c>.</param>
    /// <returns>False when there is no such file to keep. A file that is removed between this and the save fails the save (<see cref="DbUpdateConcurrencyException"/>).</returns>
    public async Task<bool> KeepFileAsync(Guid fileId, string forWhat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await Set<FileRow>().FirstOrDefaultAsync(file => file.Id == fileId, cancellationToken);
        if (row is not { State: FileState.Uploaded or FileState.Released }) return false;
        (row.State, row.StateSince, row.KeptFor) = (FileState.Kept, now, forWhat);
        return true;
    }

    /// <summary>Lets a kept file go with the next save. It is no longer found, and its bytes are removed thirty days later.</summary>
    /// <returns>False when it is not kept.</returns>
    public async Task<bool> ReleaseFileAsync(Guid fileId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await Set<FileRow>().FirstOrDefaultAsync(file => file.Id == fileId, cancellationToken);
        if (row is not { State: FileState.Kept }) return false;
        (row.State, row.StateSince) = (FileState.Released, now);
        return true;
    }

    /// <summary>Maps the module's own entities. Names, schema, version tokens and the shared rows are mapped for it.</summary>
    protected abstract void Configure(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        Configure(modelBuilder);
        SharedRows.Map(modelBuilder, ownedByThisContext: OwnsSharedRows);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            UseSnakeCase(entity);
        }
    }

    /// <summary>Only the platform's own context creates the shared rows' tables; everyone else just writes to them.</summary>
    private protected virtual bool OwnsSharedRows => false;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
            if (entry.State == EntityState.Modified) entry.Entity.Version++;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: a blocking save holds a thread while the database works.");

    internal void ForgetPending()
    {
        pendingEvents.Clear();
        pendingAudit.Clear();
        pendingMail.Clear();
    }

    private static void UseSnakeCase(IMutableEntityType entity)
    {
        if (entity.IsMappedToJson()) return;
        if (entity.GetTableName() is { } table) entity.SetTableName(SnakeCase(table));
        foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.GetColumnName()));
        foreach (var key in entity.GetKeys()) key.SetName(SnakeCase(key.GetName() ?? ""));
        foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(SnakeCase(foreignKey.GetConstraintName() ?? ""));
        foreach (var index in entity.GetIndexes()) index.SetDatabaseName(SnakeCase(index.GetDatabaseName() ?? ""));
    }

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            var startsWord = char.IsUpper(letter) && i > 0 && name[i - 1] != '_'
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

/// <summary>Something people edit: <see cref="Version"/> is the concurrency token and the ETag, raised at every save.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>One line of the audit log.</summary>
/// <param name="Action">What happened: <c>ideas.decided</c>.</param>
/// <param name="SubjectId">What it happened to.</param>
/// <param name="ActorId">Who did it; null when the system did.</param>
/// <param name="AuthorityId">The responsible authority, when there is one.</param>
/// <param name="Facts">Codes, ids and hashes.</param>
public sealed record AuditFact(string Action, string SubjectKind, Guid SubjectId, Guid? ActorId, Guid? AuthorityId = null, IReadOnlyDictionary<string, string>? Facts = null);

/// <summary>A mail: number and link, never what someone wrote (<c>service.md</c>).</summary>
/// <param name="Reference">Case number or the like, shown at <c>/admin/utskick</c> instead of the body.</param>
/// <param name="NotBefore">UTC; null sends at once.</param>
public sealed record OutgoingMail(string To, string Subject, string Body, string Reference, DateTimeOffset? NotBefore = null);
