using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IdeSluss.Platform.Telemetry;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace IdeSluss.Platform.Messaging;

/// <summary>
/// Writes what a context has published, audited and mailed as rows of the same save, and wakes the workers once it is committed, never before:
/// a NOTIFY inside the business transaction would serialise all commits.
/// </summary>
internal sealed class WriteOutboxInterceptor(EventCatalogue events, Wakes wakes, TimeProvider time) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>Contexts and transactions that wrote something to wake for.</summary>
    private readonly ConditionalWeakTable<object, Written> uncommitted = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext context) Write(context);
        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context) Committed(context);
        return new(result);
    }

    Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        Committed(transaction);
        if (eventData.Context is { } context) Committed(context);
    }

    /// <summary>Also called for a transaction that was not EF's to commit.</summary>
    public void Committed(object contextOrTransaction)
    {
        if (!uncommitted.Remove(contextOrTransaction, out var written)) return;
        wakes.Committed(messages: written.Events.Count > 0, mail: written.Mail);
        foreach (var name in written.Events) PlatformMetrics.Events.Add(1, new KeyValuePair<string, object?>("event", name));
    }

    private void Write(ModuleDbContext context)
    {
        if (context.PendingEvents.Count + context.PendingAudit.Count + context.PendingMail.Count == 0) return;
        var now = time.GetUtcNow();
        foreach (var pending in context.PendingEvents) WriteEvent(context, pending, now);
        foreach (var fact in context.PendingAudit) context.Add(ToRow(fact, now));
        foreach (var pending in context.PendingMail) context.Add(ToRow(pending, now));
        if (context.PendingEvents is [var first, ..]) Activity.Current?.SetTag("idesluss.stream", first.Stream.ToString());
        if (context.PendingMail is [var mail, ..]) Activity.Current?.SetTag("idesluss.reference", mail.Mail.Reference);
        // From here on they are rows that the context tracks: if this save fails and is tried again, they go with it.
        if (context.PendingEvents.Count + context.PendingMail.Count > 0)
        {
            var written = uncommitted.GetOrCreateValue(context.Database.CurrentTransaction is { } transaction ? transaction.GetDbTransaction() : context);
            written.Events.AddRange(context.PendingEvents.Select(pending => events.NameOf(pending.Message.GetType())));
            written.Mail |= context.PendingMail.Count > 0;
        }

        context.ForgetPending();
    }

    private void WriteEvent(ModuleDbContext context, PendingEvent pending, DateTimeOffset now)
    {
        var type = pending.Message.GetType();
        var name = events.NameOf(type);
        context.Add(new EventRow
        {
            Id = pending.Id,
            Name = name,
            Stream = pending.Stream,
            Payload = JsonSerializer.Serialize(pending.Message, type, EventCatalogue.Json),
            OccurredAt = now,
            TraceParent = TraceParent,
        });
        foreach (var listener in events.Listeners(name))
            context.Add(new DeliveryRow { EventId = pending.Id, Consumer = listener.Consumer, Stream = pending.Stream, NotBefore = now });
    }

    private static AuditRow ToRow(AuditFact fact, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        At = now,
        Action = fact.Action,
        SubjectKind = fact.SubjectKind,
        SubjectId = fact.SubjectId,
        ActorId = fact.ActorId,
        AuthorityId = fact.AuthorityId,
        Facts = JsonSerializer.Serialize(fact.Facts ?? new Dictionary<string, string>()),
    };

    private static MailRow ToRow(PendingMail pending, DateTimeOffset now) => new()
    {
        Id = pending.Id,
        To = pending.Mail.To,
        Subject = pending.Mail.Subject,
        Body = pending.Mail.Body,
        Reference = pending.Mail.Reference,
        CreatedAt = now,
        NotBefore = pending.Mail.NotBefore ?? now,
        TraceParent = TraceParent,
    };

    /// <summary>What comes of it belongs to the same trace, whenever and wherever it is done.</summary>
    private static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    private sealed class Written
    {
        /// <summary>Their names.</summary>
        public List<string> Events { get; } = [];

        public bool Mail { get; set; }
    }
}
